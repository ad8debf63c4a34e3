import { useText } from '#renderer/ui/text.tsx'

/** Writes cents as euros in the user's language, always with both decimals where there are cents. */
export function useEuros(): (cents: number) => string {
  const { t, format } = useText()
  return (cents) => t('grant.euros', { amount: format.number(cents / 100) })
}
