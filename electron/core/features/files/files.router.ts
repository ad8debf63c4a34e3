import { readFile } from '#core/files/file-store.ts'
import { os } from '#core/rpc/implement.ts'

export const filesRouter = {
  get: os.files.get.handler(async ({ input, context }) => {
    const bytes = await readFile(context.office.current().connections.read, input.sha256)
    return new File([bytes], input.name)
  }),
}
