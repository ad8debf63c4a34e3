/** Outcome of a function that has several legitimate ones; bugs are thrown instead. */
export type Result<T, E> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: E }

export function ok<T>(value: T): { readonly ok: true; readonly value: T } {
  return { ok: true, value }
}

export function err<E>(error: E): { readonly ok: false; readonly error: E } {
  return { ok: false, error }
}

/** A string or number that has passed the check named by the brand: a plain string cannot take its place. */
export type Brand<T, Name extends string> = T & { readonly __brand: Name }

/** Why a written value was not accepted. The sentence of a reason is `domain.<subject>.<reason>` in shared/text. */
export type Refusal<Reason extends string> = {
  readonly reason: Reason
  readonly params: Readonly<Record<string, string | number>>
}

/** A refused result, with what its sentence needs. */
export function refuse<Reason extends string>(
  reason: Reason,
  params: Refusal<Reason>['params'] = {},
): { readonly ok: false; readonly error: Refusal<Reason> } {
  return { ok: false, error: { reason, params } }
}
