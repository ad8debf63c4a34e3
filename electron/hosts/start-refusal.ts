import { DomainError } from '#shared/domain/errors.ts'
import type { Language } from '#shared/text/define-texts.ts'
import { refusalText } from '#shared/text/refusal-text.ts'
import { createTranslate } from '#shared/text/text.ts'

/** The sentence of a refusal met while starting; undefined for anything else, which is a bug. */
export function startRefusal(error: unknown, language: Language): string | undefined {
  return error instanceof DomainError
    ? refusalText(createTranslate(language), error.code, error.data)
    : undefined
}
