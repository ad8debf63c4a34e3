import { createTranslate } from '#shared/text/text.ts'
import { choiceLabel } from '#shared/entities/labels.ts'
import { stepWord } from '#shared/text/step-text.ts'
import { checkAccessibility, expect, test } from './fixtures.ts'

// The screen where the school describes its forms of stay.
test.use({ language: 'fr', profile: 'enit', sample: true })
const t = createTranslate('fr')

test('a form loses a step: the stays that stand there are told before it is saved, and the change is undone', async ({
  page,
}) => {
  test.setTimeout(120_000)
  await page.evaluate(() => window.location.assign('#/settings/rules'))
  await page.getByText(t('rules.part.forms'), { exact: true }).click()
  const word = t(choiceLabel('mobility', 'form', 'regional-semester'))
  await page
    .getByRole('group', { name: t('forms.choose') })
    .getByRole('button', { name: word })
    .click()
  const form = page.getByRole('region', { name: word, exact: true })
  const effect = page.getByRole('region', { name: t('rules.effect'), exact: true })
  for (const tab of ['documents', 'correspondences', 'steps'] as const) {
    await form.getByRole('tab', { name: t(`forms.tab.${tab}`) }).click()
    await checkAccessibility(page)
  }

  // a step less, what holds back only warns, and a length that cannot be
  await form.getByRole('checkbox', { name: t('forms.steps.use', { step: stepWord(t, 'approved') }) }).click()
  await expect(effect).toContainText(/séjours? .*à une étape que cette forme n’aurait plus/)
  await form
    .getByRole('combobox', { name: t('forms.level.of', { name: t('forms.ask.la-not-signed') }) })
    .selectOption({ label: t('forms.level.warn') })
  await form.getByRole('tab', { name: t('forms.tab.general') }).click()
  await form.getByLabel(t('rules.form.minimumMonths')).fill('9')
  await form.getByLabel(t('rules.form.minimumMonths')).press('Tab')
  const wrong = t('rules.problem.limits-reversed', { form: word })
  await expect(effect).toContainText(wrong)
  await expect(form).toContainText(wrong)
  await expect(page.getByRole('button', { name: t('rules.save') })).toBeDisabled()
  await checkAccessibility(page)
  await form.getByLabel(t('rules.form.minimumMonths')).fill('')
  await form.getByLabel(t('rules.form.minimumMonths')).press('Tab')
  await expect(effect).not.toContainText(wrong)

  await effect.getByRole('link', { name: /à une étape que cette forme n’aurait plus/ }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('list.mobilities'))
  await expect(page.getByRole('grid').getByText(stepWord(t, 'approved')).first()).toBeVisible()
})

test('a form is saved with a document more, and taken back', async ({ page }) => {
  test.setTimeout(120_000)
  await page.evaluate(() => window.location.assign('#/settings/rules'))
  await page.getByText(t('rules.part.forms'), { exact: true }).click()
  const form = page.getByRole('region', { name: t(choiceLabel('mobility', 'form', 'exchange-semester')) })
  await form.getByRole('tab', { name: t('forms.tab.documents') }).click()
  const diploma = t(choiceLabel('document', 'kind', 'diploma'))
  await form.getByRole('combobox', { name: t('forms.documents.add') }).selectOption({ label: diploma })
  await expect(form.getByRole('row', { name: diploma })).toBeVisible()
  await page.getByRole('button', { name: t('rules.save') }).click()
  const done = page.getByRole('status').filter({ hasText: t('rules.saved') })
  await done.getByRole('button', { name: t('ui.undo') }).click()
  await expect(form.getByRole('row', { name: diploma })).toHaveCount(0)
})
