import { exportFormats } from '#core/exports/index.ts'
import { os } from '#core/rpc/implement.ts'

export const exportsRouter = {
  list: os.exports.list.handler(() =>
    exportFormats.map(({ id, titleKey, extension, params }) => ({
      id,
      titleKey,
      extension,
      params: [...params],
    })),
  ),
}
