import { os } from '#core/rpc/implement.ts'

export const importsRouter = {
  get: os.imports.get.handler(({ input, context }) => context.office.current().imports.get(input.importId)),
  adjust: os.imports.adjust.handler(({ input: { importId, ...changes }, context }) =>
    context.office.current().imports.adjust(importId, changes),
  ),
  rows: os.imports.rows.handler(({ input: { importId, ...page }, context }) =>
    context.office.current().imports.rows(importId, page),
  ),
  discard: os.imports.discard.handler(({ input, context }) =>
    context.office.current().imports.discard(input.importId),
  ),
}
