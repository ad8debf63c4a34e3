import { textKey } from '#shared/entities/labels.ts'
import { isTextKey } from '#shared/text/text.ts'
import { useText } from '#renderer/ui/text.tsx'

/** A value as it was said, in words: codes and days as the user's language has them. */
export function useValueWords(): {
  readonly label: (key: string) => string
  readonly value: (key: string, code: string) => string
} {
  const { t, format } = useText()
  const choice: Readonly<Record<string, string>> = {
    gender: 'choice.student.gender',
    period: 'choice.mobility.semester',
    form: 'choice.mobility.form',
    cycle: 'nomination.cycle',
  }
  return {
    label: (key) => t(textKey(`nomination.column.${key}`)),
    value(key, code) {
      if (key === 'nationality') return format.country(code)
      if (/^\d{4}-\d\d-\d\d$/.test(code)) return format.date(code)
      const word = `${choice[key] ?? ''}.${code}`
      return isTextKey(word) ? t(word) : code
    },
  }
}
