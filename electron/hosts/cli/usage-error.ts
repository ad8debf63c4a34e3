import type { TextKey, TextParams } from '#shared/text/text.ts'

/** The command line cannot be understood: said with the usage, exit status 2. */
export class UsageError extends Error {
  readonly key: TextKey
  readonly params: TextParams
  constructor(key: TextKey, params: TextParams = {}) {
    super(key)
    this.name = 'UsageError'
    this.key = key
    this.params = params
  }
}
