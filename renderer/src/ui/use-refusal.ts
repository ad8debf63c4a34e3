import { refusalText } from '#shared/text/refusal-text.ts'
import { useText } from './text.tsx'

/** Says in the user's language why something was refused, from its code and facts. */
export function useRefusalText(): (refusal: {
  readonly code: string
  readonly data: Readonly<Record<string, string | number>>
}) => string {
  const { t } = useText()
  return ({ code, data }) => refusalText(t, code, data)
}
