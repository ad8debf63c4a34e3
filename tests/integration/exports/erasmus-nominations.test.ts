import { createHash } from 'node:crypto'
import { unzipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import {
  aCondition,
  aMobility,
  anAgreement,
  anExportingOffice,
  anInstitution,
  aPartner,
  aStudent,
} from '#tests/fixtures/exports/office.ts'
import { partOf, readFirstSheet } from '#tests/fixtures/exports/read-book.ts'

const year = { academicYear: '2026/2027' }

/** An office with one partner and one student selected for it. */
async function oneNominee(values: {
  readonly student?: Parameters<typeof aStudent>[0]
  readonly institution?: Parameters<typeof anInstitution>[0]
}) {
  const office = await anExportingOffice()
  const partner = aPartner({ erasmusCode: 'I  MILANO99', ...values.institution })
  const student = aStudent(values.student)
  const mobility = aMobility({
    studentId: student.id,
    institutionId: partner.institution.id,
    conditionId: partner.condition.id,
    title: 'Double cursus',
  })
  await office.add({
    institution: [partner.institution],
    agreement: [partner.agreement],
    condition: [partner.condition],
    student: [student],
    mobility: [mobility],
  })
  return { office, partner, student, mobility }
}

describe('the workbook of nominations', () => {
  test('says all that hosts ask for, with real dates and numbers', async () => {
    const { office, mobility } = await oneNominee({
      student: { esi: 'urn:schac:esi:1', studentNumber: '0042' },
    })
    const { file, rows, files, leftOut } = await office.export('erasmus-nominations', year)
    expect(file.name).toBe('Nominations 2026-2027 - Politecnico di Prova.xlsx')
    expect({ rows, leftOut }).toEqual({ rows: 1, leftOut: 0 })
    expect(files.map((one) => one.mobilityIds)).toEqual([[mobility.id]])
    const sheet = await readFirstSheet(file.bytes)
    expect(sheet.name).toBe('Nominations')
    expect(sheet.rows).toEqual([
      {
        'Sending institution': 'École d’essai',
        'Erasmus code of sending institution': 'F  PARIS999',
        'Coordinator at sending institution': 'Alice Martin',
        'E-mail of coordinator': 'alice.martin@example.org',
        'Family name': 'DUPONT',
        'Given names': 'Émile',
        Gender: 'Male',
        'Date of birth': { kind: 'date', iso: '2004-02-29', raw: '38046', format: 'dd/mm/yyyy' },
        Nationality: 'France',
        'E-mail of student': expect.stringMatching(/^emile\.dupont\d+@example\.org$/),
        Phone: '+33 1 23 45 67 89',
        'European Student Identifier': 'urn:schac:esi:1',
        'Student number': '0042',
        'ISCED-F code': '0613',
        'Field of study': 'Software and applications development and analysis',
        'Study cycle': 'Master',
        'Year of study': 2,
        'ECTS acquired': 90,
        'Home department': 'INFRES',
        'Home programme': 'Ingénieur',
        'Receiving institution': 'Politecnico di Prova',
        'Erasmus code of receiving institution': 'I  MILANO99',
        'Form of mobility': 'Exchange semester',
        'Academic year': '2026/2027',
        Period: 'Spring',
        'Planned start': expect.objectContaining({ iso: '2027-02-01' }),
        'Planned end': expect.objectContaining({ iso: '2027-06-30' }),
        Months: 5,
        'Language skills': 'English C1, Italian B1, French (native)',
        'Agreement reference': 'ERA-1',
        Comment: 'Double cursus',
      },
    ])
  })

  test('is written in the partner’s language', async () => {
    const { office } = await oneNominee({ institution: { nominationLanguage: 'fr', country: 'CH' } })
    const { file } = await office.export('erasmus-nominations', year, { language: 'en' })
    const { header, rows } = await readFirstSheet(file.bytes)
    expect(header).toContain('Établissement d’envoi')
    expect(rows[0]).toMatchObject({
      Genre: 'Homme',
      'Cycle d’études': 'Master',
      Période: 'Printemps',
      Langues: 'anglais C1, italien B1, français (langue maternelle)',
      'Domaine d’études': expect.stringContaining('logiciels'),
    })
  })

  test('is written in the user’s language for a partner that has none', async () => {
    const { office } = await oneNominee({})
    const { file } = await office.export('erasmus-nominations', year, { language: 'fr' })
    expect((await readFirstSheet(file.bytes)).header).toContain('Code ISCED-F')
  })

  test('keeps what looks like a formula a text', async () => {
    const { office } = await oneNominee({
      student: {
        familyName: '=HYPERLINK("http://example.org","x")',
        givenNames: '@SUM(1)',
        phone: '+33 1',
        programme: '-1+1',
      },
    })
    const { file } = await office.export('erasmus-nominations', year)
    const [row] = (await readFirstSheet(file.bytes)).rows
    expect(row).toMatchObject({
      'Family name': '=HYPERLINK("http://example.org","x")',
      'Given names': '@SUM(1)',
      Phone: '+33 1',
      'Home programme': '-1+1',
    })
    const sheet = partOf(file.bytes, 'xl/worksheets/sheet1.xml')
    expect(sheet).not.toMatch(/<f[ >]|hyperlink/i)
    expect(sheet).not.toContain('t="str"')
  })

  test('can be filtered at once: header in row 1, frozen, with a filter over all rows', async () => {
    const { office } = await oneNominee({})
    const { file } = await office.export('erasmus-nominations', year)
    const sheet = partOf(file.bytes, 'xl/worksheets/sheet1.xml')
    expect(sheet).toMatch(/<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"\/>/)
    expect(sheet).toContain('<autoFilter ref="A1:AE2"/>')
    expect(sheet).toMatch(/<col min="10" max="10" width="2\d"/)
    expect(partOf(file.bytes, 'xl/workbook.xml')).toContain('$1:$1</definedName>')
  })

  test('names the application in its properties, and no person', async () => {
    const { office } = await oneNominee({})
    const { file } = await office.export('erasmus-nominations', year)
    const core = partOf(file.bytes, 'docProps/core.xml')
    expect(core).toContain('<dc:creator>Escale</dc:creator>')
    expect(core).toContain('<cp:lastModifiedBy>Escale</cp:lastModifiedBy>')
    expect(core + partOf(file.bytes, 'docProps/app.xml')).not.toMatch(/root|Ada|ExcelJS/)
  })

  test('never carries the office’s own notes', async () => {
    const { office } = await oneNominee({ student: { notes: 'A private matter' } })
    const { file } = await office.export('erasmus-nominations', year)
    expect(partOf(file.bytes, 'xl/sharedStrings.xml')).not.toMatch(/private matter|own remark/)
  })

  test('has the fingerprint that is reported', async () => {
    const { office } = await oneNominee({})
    const { file, sha256, files } = await office.exportInThread('erasmus-nominations', year)
    expect(sha256).toBe(createHash('sha256').update(file.bytes).digest('hex'))
    expect(files[0]?.sha256).toBe(sha256)
    expect(office.leftovers()).toEqual([])
  })
})

describe('who is nominated', () => {
  test('those selected for a partner in the year, and those nominated when asked again', async () => {
    const office = await anExportingOffice()
    const partner = aPartner({ erasmusCode: 'I  MILANO99' })
    const stranger = anInstitution({ name: 'No agreement' })
    const student = aStudent()
    const institutionId = partner.institution.id
    const stay = (values: Partial<Parameters<typeof aMobility>[0]>) =>
      aMobility({ studentId: student.id, institutionId, ...values })
    const selected = stay({})
    const double = stay({ form: 'double-degree' })
    const nominated = stay({ status: 'nominated' })
    await office.add({
      institution: [partner.institution, stranger],
      agreement: [partner.agreement],
      condition: [partner.condition],
      student: [student],
      mobility: [
        selected,
        double,
        nominated,
        stay({ status: 'approved' }),
        stay({ status: 'accepted' }),
        stay({ academicYear: '2025/2026' }),
        stay({ form: 'internship' }),
        stay({ form: 'free-mover', institutionId: stranger.id }),
        stay({ institutionId: stranger.id }),
      ],
    })
    const nominees = async (again: boolean) =>
      (await office.export('erasmus-nominations', { ...year, again })).files.flatMap(
        (file) => file.mobilityIds,
      )
    expect(new Set(await nominees(false))).toEqual(new Set([selected.id, double.id]))
    expect(new Set(await nominees(true))).toEqual(new Set([selected.id, double.id, nominated.id]))
  })

  test('those who lack a required field are left out and counted, unless asked for', async () => {
    const { office, partner } = await oneNominee({})
    const incomplete = aStudent({ birthDate: null })
    await office.add({
      student: [incomplete],
      mobility: [aMobility({ studentId: incomplete.id, institutionId: partner.institution.id })],
    })
    const without = await office.export('erasmus-nominations', year)
    expect([without.rows, without.leftOut]).toEqual([1, 1])
    const withAll = await office.export('erasmus-nominations', { ...year, includeIncomplete: true })
    expect([withAll.rows, withAll.leftOut]).toEqual([2, 0])
  })

  test('the field is the agreement’s own, and the reference that of the agreement of the stay', async () => {
    const { office, partner } = await oneNominee({})
    const other = anAgreement({
      institutionId: partner.institution.id,
      kind: 'double-degree',
      reference: 'DD-7',
    })
    const condition = aCondition({ agreementId: other.id, iscedCodes: '0541, 0542' })
    const student = aStudent({ familyName: 'ZOLA', iscedCode: '0542' })
    await office.add({
      agreement: [other],
      condition: [condition],
      student: [student],
      mobility: [
        aMobility({ studentId: student.id, institutionId: partner.institution.id, form: 'double-degree' }),
      ],
    })
    const { file } = await office.export('erasmus-nominations', year)
    const { rows } = await readFirstSheet(file.bytes)
    expect(rows.map((row) => [row['Family name'], row['ISCED-F code'], row['Agreement reference']])).toEqual([
      ['DUPONT', '0613', 'ERA-1'],
      ['ZOLA', '0542', 'DD-7'],
    ])
  })
})

describe('nothing to nominate is said with its reason', () => {
  test('no selected mobility that year', async () => {
    const { office } = await oneNominee({})
    await expect(office.export('erasmus-nominations', { academicYear: '2030/2031' })).rejects.toMatchObject({
      code: 'nothing-to-export',
      data: { reason: 'no-selected', year: '2030/2031' },
    })
  })

  test('everybody lacks something', async () => {
    const { office } = await oneNominee({ student: { email: null } })
    await expect(office.export('erasmus-nominations', year)).rejects.toMatchObject({
      code: 'nothing-to-export',
      data: { reason: 'all-incomplete', count: 1 },
    })
  })

  test('the school itself is not described', async () => {
    const { office } = await oneNominee({})
    await office.setSchool({ erasmusCode: '', coordinatorEmail: '' })
    await expect(office.export('erasmus-nominations', year)).rejects.toMatchObject({
      code: 'nothing-to-export',
      data: { reason: 'school-incomplete', fields: 'erasmusCode, coordinatorEmail' },
    })
    expect((await office.export('erasmus-nominations', { ...year, includeIncomplete: true })).rows).toBe(1)
  })
})

async function twoPartners() {
  const { office, partner } = await oneNominee({ institution: { nominationLanguage: 'fr' } })
  const second = aPartner({
    name: 'TU/e: Eindhoven',
    nominationLanguage: 'en',
    erasmusCode: 'NL EINDHOV17',
  })
  const student = aStudent({ familyName: 'ZOLA' })
  const mobility = aMobility({ studentId: student.id, institutionId: second.institution.id })
  await office.add({
    institution: [second.institution],
    agreement: [second.agreement],
    condition: [second.condition],
    student: [student],
    mobility: [mobility],
  })
  return { office, partner, second, mobility }
}

describe('one workbook per partner', () => {
  test('several are packed into one zip, each in its partner’s language and with its fingerprint', async () => {
    const { office, mobility } = await twoPartners()
    const { file, sha256, files, rows } = await office.export('erasmus-nominations', {
      ...year,
      perPartner: true,
    })
    expect(file.name).toBe('Nominations 2026-2027.zip')
    expect(sha256).toBe(createHash('sha256').update(file.bytes).digest('hex'))
    expect(rows).toBe(2)
    const inside = unzipSync(file.bytes)
    expect(Object.keys(inside)).toEqual([
      'Nominations 2026-2027 - Politecnico di Prova.xlsx',
      'Nominations 2026-2027 - TU e Eindhoven.xlsx',
    ])
    expect(files.map((one) => one.name)).toEqual(Object.keys(inside))
    expect(files[1]?.mobilityIds).toEqual([mobility.id])
    const headers: unknown[] = []
    for (const one of files) {
      const bytes = inside[one.name] ?? new Uint8Array()
      expect(createHash('sha256').update(bytes).digest('hex')).toBe(one.sha256)
      headers.push((await readFirstSheet(bytes)).header[4])
    }
    expect(headers).toEqual(['Nom', 'Family name'])
  })

  test('one chosen partner gives one workbook, without a zip', async () => {
    const { office, second } = await twoPartners()
    const asked = { ...year, perPartner: true, partners: [second.institution.id] }
    const { file } = await office.export('erasmus-nominations', asked)
    expect(file.name).toBe('Nominations 2026-2027 - TU e Eindhoven.xlsx')
  })

  test('all in one workbook otherwise, in the user’s language', async () => {
    const { office } = await twoPartners()
    const { file } = await office.export('erasmus-nominations', year, { language: 'fr' })
    expect(file.name).toBe('Nominations 2026-2027.xlsx')
    const { header, rows } = await readFirstSheet(file.bytes)
    expect(header).toContain('Établissement d’accueil')
    expect(rows.map((row) => row['Établissement d’accueil'])).toEqual([
      'Politecnico di Prova',
      'TU/e: Eindhoven',
    ])
  })
})
