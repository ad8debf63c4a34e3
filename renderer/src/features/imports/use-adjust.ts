import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { ColumnChoice, ImportOptions } from '#shared/contract/imports.ts'
import { refusalOf } from '#renderer/api/refusal.ts'
import { api } from '#renderer/api/queries.ts'
import { useNotices } from '#renderer/ui/notice.tsx'
import { useRefusalText } from '#renderer/ui/use-refusal.ts'
import { forgetRefusal } from './import-store.ts'

/** What the user changes in the way a file is read; what is left out stays. */
export interface Adjustment {
  readonly sheet?: string
  readonly headerRows?: readonly [number, number] | null
  readonly columns?: readonly ColumnChoice[]
  readonly options?: ImportOptions
}

export interface Adjusting {
  readonly adjust: (adjustment: Adjustment) => void
  readonly isAdjusting: boolean
}

/** Reads the open file another way. Several changes in a row are made one after the other. */
export function useAdjust(importId: string): Adjusting {
  const cache = useQueryClient()
  const notices = useNotices()
  const refusalText = useRefusalText()
  const mutation = useMutation(
    api.imports.adjust.mutationOptions({
      scope: { id: 'imports.adjust' },
      onSuccess: async (view) => {
        cache.setQueryData(api.imports.get.queryKey({ input: { importId } }), view)
        forgetRefusal()
        await cache.invalidateQueries({ queryKey: api.imports.rows.key({ input: { importId } }) })
      },
      onError: (error) => notices.fail({ text: refusalText(refusalOf(error)) }),
    }),
  )
  return {
    isAdjusting: mutation.isPending,
    adjust: ({ headerRows, columns, ...rest }) =>
      mutation.mutate({
        importId,
        ...rest,
        ...(headerRows === undefined ? {} : { headerRows: headerRows === null ? null : [...headerRows] }),
        ...(columns === undefined ? {} : { columns: [...columns] }),
      }),
  }
}
