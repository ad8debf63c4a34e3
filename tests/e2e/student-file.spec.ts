import { join } from 'node:path'
import type { Locator, Page } from '@playwright/test'
import type { Language } from '#shared/text/define-texts.ts'
import { createTranslate, type Translate } from '#shared/text/text.ts'
import { checkAccessibility, expect, goTo, test } from './fixtures.ts'

test.describe.configure({ timeout: 240_000 })

const byStatus = (status: string) =>
  encodeURIComponent(
    JSON.stringify([
      { key: 'status', test: 'is', values: [status] },
      { key: 'form', test: 'is', values: ['exchange-semester'] },
    ]),
  )

/** Opens the first exchange of the sample that stands at a step, beside the list. */
async function openStay(page: Page, status: string): Promise<Locator> {
  await goTo(page, `/mobilities?filters=${byStatus(status)}`)
  await page.getByRole('row').nth(1).getByRole('gridcell').nth(1).click()
  await page.keyboard.press('Enter')
  const pane = page.locator('[data-record-pane]')
  await expect(pane).toBeVisible()
  return pane
}

/** Keeps a picture to be looked at, where ESCALE_LOOK names a folder for it. */
async function look(page: Page, name: string): Promise<void> {
  const folder = process.env['ESCALE_LOOK']
  if (folder !== undefined) await page.screenshot({ path: join(folder, `${name}.png`) })
}

const openTab = (pane: Locator, name: string) => pane.getByRole('tab', { name, exact: true }).click()

/** Types a value into a field and leaves it. */
async function type(field: Locator, value: string): Promise<void> {
  await field.fill(value)
  await field.press('Enter')
}

/** A day as both languages write it. */
const day = (iso: string) => iso.split('-').toReversed().join('/')

async function attachCertificate(page: Page, pane: Locator, t: Translate): Promise<void> {
  const word = t('choice.document.kind.arrival-certificate')
  const line = pane.getByRole('row').filter({ hasText: word })
  const input = line.locator('input[type=file]')
  await input.setInputFiles({ name: 'empty.pdf', mimeType: 'application/pdf', buffer: Buffer.alloc(0) })
  await expect(page.getByRole('alert')).toContainText(t('error.file-empty', { name: 'empty.pdf' }))
  await page
    .getByRole('alert')
    .getByRole('button', { name: t('ui.close') })
    .click()
  await input.setInputFiles({
    name: 'arrival.pdf',
    mimeType: 'application/pdf',
    buffer: Buffer.from('%PDF-1.7 certificate of arrival'),
  })
  await expect(line.getByRole('button', { name: 'arrival.pdf' })).toBeVisible()
  await expect(line).toContainText(t('document-state.received'))
  const download = page.waitForEvent('download')
  await line.getByRole('button', { name: 'arrival.pdf' }).click()
  expect((await download).suggestedFilename()).toBe('arrival.pdf')
}

const languages: readonly Language[] = ['en', 'fr']
for (const language of languages) {
  test.describe(`in ${language}`, () => {
    test.use({ language, profile: language === 'en' ? 'telecom-paris' : 'enit', sample: true })
    const t = createTranslate(language)

    test('a certificate sets the real dates, the three sign in order, and the stay is recognised', async ({
      page,
    }) => {
      const pane = await openStay(page, 'departed')
      await openTab(pane, t('stay-file.documents'))
      await attachCertificate(page, pane, t)
      const certified = pane.getByLabel(
        t('stay-file.certified', { document: t('choice.document.kind.arrival-certificate') }),
      )
      await type(certified, day('2026-09-04'))
      await expect(page.getByRole('status').last()).toContainText(t('field.document.certifiedDate'))
      await checkAccessibility(page)
      await look(page, `stay-documents-${language}`)
      await openTab(pane, t('records.tab.fields'))
      await expect(pane.getByRole('textbox', { name: t('field.mobility.actualStart') })).toHaveValue(
        day('2026-09-04'),
      )
    })

    test('a learning agreement is written, signed in order, and its transcript recognised', async ({
      page,
    }) => {
      const pane = await openStay(page, 'nominated')
      await openTab(pane, t('stay-file.agreement'))
      const table = t('choice.laComponent.table.A')
      const add = t('stay-file.la.add', { table })
      const cell = (column: string) => pane.getByLabel(t('stay-file.new-cell', { table: add, column }))
      await cell(t('field.laComponent.title')).fill('Robotics')
      await type(cell(t('field.laComponent.ects')), '-3')
      await expect(pane.getByRole('alert')).toHaveText(t('record.too-small', { min: 0 }))
      await type(cell(t('field.laComponent.ects')), '7.5')
      await expect(
        pane.getByLabel(t('stay-file.cell', { column: t('field.laComponent.title'), row: 'Robotics' })),
      ).toBeVisible()
      await pane.getByRole('button', { name: t('stay-file.la.mirror') }).click()
      await expect(pane).toContainText(t('stay-file.la.complete'))

      const signature = (role: 'student' | 'sending' | 'receiving') =>
        pane.getByRole('textbox', {
          name: t('stay-file.la.signed-by', { party: t(`choice.laSignature.role.${role}`) }),
        })
      await type(signature('sending'), day('2026-11-10'))
      await expect(pane).toContainText(t('stay-file.problem.unsigned-before.student'))
      await type(signature('student'), day('2026-11-09'))
      await expect(signature('student')).toHaveValue(day('2026-11-09'))
      await signature('sending').fill('')
      await type(signature('sending'), day('2026-11-10'))
      await type(signature('receiving'), day('2026-11-12'))
      await expect(pane).toContainText(t('stay-file.la.signed'))
      await checkAccessibility(page)
      await look(page, `stay-agreement-${language}`)
      await pane.getByRole('button', { name: t('stay-file.la.write-change') }).click()
      await pane
        .getByRole('button', { name: t('stay-file.remove', { title: 'Robotics' }) })
        .first()
        .click()
      await expect(
        pane.getByRole('button', { name: t('stay-file.la.put-back', { title: 'Robotics' }) }),
      ).toBeVisible()

      await openTab(pane, t('stay-file.recognition'))
      const line = (column: string) =>
        pane.getByLabel(t('stay-file.new-cell', { table: t('stay-file.transcript.add'), column }))
      await line(t('field.transcriptLine.title')).fill('Robotics')
      await type(line(t('field.transcriptLine.ects')), '7.5')
      await pane.getByRole('button', { name: /7[.,]5/ }).click()
      await expect(pane.getByLabel(t('field.mobility.recognitionDecision'))).toHaveValue('full')
      await type(pane.getByRole('textbox', { name: t('field.mobility.recognisedOn') }), day('2026-11-20'))
      await checkAccessibility(page)
      await look(page, `stay-recognition-${language}`)
    })

    test('an aid is asked, granted and paid, never beyond what was granted; reminders are ready to send', async ({
      page,
    }) => {
      const pane = await openStay(page, 'selected')
      await openTab(pane, t('stay-file.funding'))
      const aid =
        language === 'en' ? 'Aide de l’école à la mobilité sortante' : 'Aide de l’école à la mobilité'
      await pane.getByRole('button', { name: t('stay-file.aids.askFor', { aid }), exact: true }).click()
      const card = pane.getByRole('region', { name: aid })
      await type(card.getByLabel(t('field.funding.amountGranted')), '900')
      await expect(card).toContainText(t('choice.funding.status.granted'))
      const amount = card.getByLabel(
        t('stay-file.new-cell', {
          table: t('stay-file.instalments.add'),
          column: t('field.instalment.amount'),
        }),
      )
      await type(amount, '1000')
      await expect(card.getByRole('alert')).toContainText(
        language === 'en' ? 'what is left' : 'reste de l’aide',
      )
      await type(amount, '630')
      await expect(card).toContainText('630')
      await checkAccessibility(page)
      await look(page, `stay-funding-${language}`)

      await goTo(page, '/reminders')
      await expect(page.getByRole('heading', { level: 1 })).toContainText(t('reminders.title'))
      await page.getByText(t('reminders.show')).first().click()
      await checkAccessibility(page)
      await look(page, `stay-reminders-${language}`)
      await page.getByText(t('reminders.by.office'), { exact: true }).click()
      await expect(page.getByRole('main').getByRole('listitem').first()).toContainText('documents')
      await goTo(page, '/documents')
      await expect(page.getByRole('heading', { level: 1 })).toContainText(t('list.documents'))
      await checkAccessibility(page)
      await look(page, `stay-documents-list-${language}`)
      await goTo(page, '/aids')
      await page.getByRole('row').nth(1).getByRole('gridcell').nth(1).click()
      await page.keyboard.press('Enter')
      await expect(
        page.locator('[data-record-pane]').getByRole('group', { name: t('field.aidScheme.forms') }),
      ).toBeVisible()
      await checkAccessibility(page)
      await look(page, `stay-aids-${language}`)
    })
  })
}
