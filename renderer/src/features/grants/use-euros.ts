import { useText } from '#renderer/ui/text.tsx'

/** Writes cents as euros in the user's language: both decimals where there are cents, none where there are not. */
export function useEuros(): (cents: number) => string {
  const { t, format } = useText()
  return (cents) => {
    const digits = cents % 100 === 0 ? 0 : 2
    const amount = new Intl.NumberFormat(format.locale, {
      minimumFractionDigits: digits,
      maximumFractionDigits: digits,
    }).format(cents / 100)
    return t('grant.euros', { amount })
  }
}
