import type { Locator, Page } from '@playwright/test'
import type { ProfileName } from '#shared/contract/office.ts'
import { choiceLabel } from '#shared/entities/labels.ts'
import type { Language } from '#shared/text/define-texts.ts'
import { createFormats } from '#shared/text/formats.ts'
import { stepWord } from '#shared/text/step-text.ts'
import { createTranslate, type Translate } from '#shared/text/text.ts'
import { mobilityForms } from '#shared/domain/form-rule.ts'
import { checkAccessibility, expect, goTo, test } from './fixtures.ts'

// Each form of each school's profile, in the sample office, from draft to recognised in the window: what holds the
// stay back is opened from where it is said, and mended. Steps are taken back with Ctrl Z.

/** What is done about a guard, beside what is done before the stay begins. */
type Mends = Readonly<Record<string, readonly string[]>>

interface Story {
  readonly steps: string
  readonly host: 'partner' | 'made' | 'workplace' | 'regional' | 'none'
  readonly mends: Mends
  readonly days?: readonly [start: string, end: string]
  readonly values?: Readonly<Record<string, string>>
}

const partner = 'applied approved selected nominated accepted agreed departed arrived returned recognised'
const own = 'applied approved accepted agreed departed arrived returned recognised'
const semester = ['2025-09-01', '2026-01-31'] as const
const certified: Mends = { arrived: ['no-actual-start'], returned: ['no-actual-end'] }
const study: Mends = { agreed: ['la-not-signed'], ...certified }
const work: Story = {
  steps: own,
  host: 'workplace',
  mends: { agreed: ['agreement-not-signed', 'no-title'], ...certified },
}

const stories: Readonly<Record<string, Story>> = {
  'exchange-semester': { steps: partner, host: 'partner', mends: study },
  'free-mover': { steps: own, host: 'made', mends: study },
  'double-degree': { steps: partner, host: 'partner', mends: study, days: ['2025-01-06', '2026-07-10'] },
  master: { steps: own, host: 'partner', mends: study, days: ['2025-09-01', '2026-07-10'] },
  'athens-week': {
    steps: 'applied selected nominated accepted departed arrived returned recognised',
    host: 'partner',
    mends: certified,
    days: ['2025-11-15', '2025-11-21'],
  },
  internship: work,
  'end-of-studies-project': work,
  'gap-period': {
    steps: 'applied approved agreed departed arrived returned recognised',
    host: 'none',
    mends: {
      approved: ['committee-decision-missing'],
      agreed: ['agreement-not-signed'],
      ...certified,
    },
  },
  'summer-school': { steps: own, host: 'partner', mends: certified, days: ['2026-07-01', '2026-07-28'] },
  'short-term-blended': {
    steps: 'applied selected accepted departed arrived returned recognised',
    host: 'partner',
    mends: certified,
    days: ['2025-11-15', '2025-11-21'],
  },
  'regional-semester': {
    steps: 'applied approved selected accepted agreed departed arrived returned recognised',
    host: 'regional',
    mends: study,
    values: { studySemester: 'S9' },
  },
}

const shared = mobilityForms.filter((form) => form !== 'regional-semester')

/** A window with the words of its language. */
interface Window {
  readonly page: Page
  readonly t: Translate
  readonly language: Language
}

const control = (page: Page, field: string): Locator =>
  page.locator(`[data-field="${field}"] :is(input, select, textarea)`).first()

const steps = ({ page, t }: Window) => page.getByRole('region', { name: t('steps.section') })

/** Enters a record whose values are given, and returns its id: the address names the record that is opened. */
async function enter(
  { page, t }: Window,
  entity: string,
  path: string,
  values: Readonly<Record<string, string>>,
  fill?: () => Promise<void>,
): Promise<string> {
  await goTo(page, `${path}?new=${entity}&values=${encodeURIComponent(JSON.stringify(values))}`)
  await fill?.()
  await page.getByRole('button', { name: t('records.create'), exact: true }).click()
  await page.waitForURL(/[?&]id=/)
  return new URLSearchParams(page.url().split('?').at(-1)).get('id') ?? ''
}

/** The host that a free mover found alone: named where it is asked for, and made on the way. */
async function makeHost({ page, t, language }: Window): Promise<void> {
  const country = createFormats(language).country('FI')
  const name = 'Université de Nulle Part'
  await control(page, 'institutionId').fill(name)
  await page.getByRole('option', { name: t('hosting.option', { words: name }) }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel(t('field.institution.country')).fill(country)
  await page.getByRole('option', { name: country, exact: true }).last().click()
  await dialog.getByRole('button', { name: t('hosting.run') }).click()
  await expect(dialog).toHaveCount(0)
  await expect(control(page, 'institutionId')).toHaveValue(name)
}

async function chooseRegional({ page }: Window): Promise<void> {
  await control(page, 'institutionId').fill('Sciences Appliquées de Toulouse')
  await page
    .getByRole('option', { name: /^Institut National des Sciences Appliquées de Toulouse/ })
    .first()
    .click()
}

/** A draft of a form for a student of its own. */
async function enterDraft(
  window: Window,
  form: string,
  hosts: Readonly<Record<'partner' | 'workplace', string>>,
): Promise<void> {
  const { host, days: [plannedStart, plannedEnd] = semester, values = {} } = stories[form] ?? work
  const studentId = await enter(window, 'student', '/students', {
    studentNumber: `E-${form}`,
    familyName: 'Zweig',
    givenNames: 'Ariane',
    cohort: '2028',
    track: 'Génie mécanique',
    repeatsAfterS5: '0',
    status: 'student',
  })
  const institution = host === 'partner' || host === 'workplace' ? { institutionId: hosts[host] } : {}
  const given = { studentId, form, academicYear: '2025/2026', semester: 'autumn', plannedStart, plannedEnd }
  await enter(window, 'mobility', '/mobilities', { ...given, ...institution, ...values }, async () => {
    if (host === 'made') await makeHost(window)
    if (host === 'regional') await chooseRegional(window)
  })
  await expect(steps(window).locator('[aria-current="step"]')).toHaveText(stepWord(window.t, 'draft'))
}

async function type({ page }: Window, field: string, text: string): Promise<void> {
  await control(page, field).fill(text)
  await control(page, field).press('Tab')
}

/** Does what a guard asks for, where its link leads. */
async function mend(window: Window, guard: string, [start, end]: readonly [string, string]): Promise<void> {
  const { page, t } = window
  const words = { 'la-not-signed': t('guard.la-not-signed', { count: 0 }) }
  const link = steps(window).getByRole('link', {
    name: guard === 'la-not-signed' ? words[guard] : t(guardKey(guard)),
  })
  await link.click()
  switch (guard) {
    case 'la-not-signed':
      for (const [role, day] of [
        ['student', '2025-05-02'],
        ['sending', '2025-05-03'],
        ['receiving', '2025-05-04'],
      ]) {
        await type(window, `signed-${role}`, day ?? '')
        await expect(control(page, `signed-${role}`)).not.toHaveValue('')
      }
      return
    case 'committee-decision-missing':
      await expect(control(page, 'committeeDecision')).toBeFocused()
      await control(page, 'committeeDecision').selectOption({
        label: t('choice.mobility.committeeDecision.granted'),
      })
      await type(window, 'committeeOn', '2025-05-12')
      await type(window, 'committeeMinutes', 'PV 2025-05')
      return
    case 'agreement-not-signed':
      return await type(window, 'agreementSignedOn', '2025-05-20')
    case 'no-title':
      return await type(window, 'title', 'Antennas')
    case 'no-actual-start':
      return await type(window, 'actualStart', start)
    case 'no-actual-end':
      return await type(window, 'actualEnd', end)
    default:
      throw new Error(`Nobody knows what to do about ${guard}`)
  }
}

const guardKeys = [
  'guard.committee-decision-missing',
  'guard.agreement-not-signed',
  'guard.no-title',
  'guard.no-actual-start',
  'guard.no-actual-end',
] as const
const guardKey = (guard: string) => {
  const key = guardKeys.find((one) => one === `guard.${guard}`)
  if (key === undefined) throw new Error(`No sentence for ${guard}`)
  return key
}

const standsAt = (window: Window, step: string) =>
  expect(steps(window).locator('[aria-current="step"]')).toHaveText(stepWord(window.t, step))

/** Takes the draft through every step, seeing each held back until what it asks for is there. */
async function takeThrough(window: Window, form: string): Promise<void> {
  const story = stories[form] ?? work
  for (const step of story.steps.split(' ')) {
    const next = steps(window).getByRole('button', {
      name: window.t('steps.next', { step: stepWord(window.t, step) }),
    })
    for (const guard of story.mends[step] ?? []) {
      await expect(next).toBeDisabled()
      await mend(window, guard, story.days ?? semester)
    }
    await next.click()
    await standsAt(window, step)
  }
}

/** Takes the last steps back, and one of them again. */
async function takeBack(window: Window, form: string): Promise<void> {
  const { page } = window
  const made = (stories[form] ?? work).steps.split(' ')
  await page.getByRole('heading', { name: /Zweig Ariane/ }).click()
  await page.keyboard.press('Control+z')
  await standsAt(window, made.at(-2) ?? '')
  await page.keyboard.press('Control+z')
  await standsAt(window, made.at(-3) ?? '')
  await page.keyboard.press('Control+Shift+z')
  await standsAt(window, made.at(-2) ?? '')
}

const offices = [
  ['en', 'telecom-paris', shared],
  ['fr', 'enit', [...shared, 'regional-semester']],
] as const satisfies readonly (readonly [Language, ProfileName, readonly string[]])[]

for (const [language, profile, forms] of offices) {
  test.describe(`${profile} in ${language}`, () => {
    test.use({ language, profile, sample: true })

    test('every form goes from draft to recognised, and its steps are taken back', async ({ page }) => {
      test.setTimeout(900_000)
      const window: Window = { page, language, t: createTranslate(language) }
      const host = await enter(window, 'institution', '/institutions', {
        name: 'Universität Musterstadt',
        country: 'DE',
        kind: 'university',
      })
      await enter(window, 'agreement', '/agreements', {
        institutionId: host,
        kind: 'other',
        status: 'active',
      })
      const workplace = await enter(window, 'institution', '/institutions', {
        name: 'Musterwerke',
        country: 'DE',
        kind: 'company',
      })
      for (const form of forms)
        await test.step(window.t(choiceLabel('mobility', 'form', form)), async () => {
          await enterDraft(window, form, { partner: host, workplace })
          await takeThrough(window, form)
          if (form === 'exchange-semester') await checkAccessibility(page)
          await takeBack(window, form)
        })
    })
  })
}
