import { Button, Menu, TextInput } from '@mantine/core'
import { IconBookmark, IconTrash } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { ListName } from '#shared/lists/types.ts'
import { useRun } from '#renderer/api/actions.ts'
import { client } from '#renderer/api/client.ts'
import { api } from '#renderer/api/queries.ts'
import { Dialog, DialogActions } from '#renderer/ui/dialog.tsx'
import type { GridView } from '#renderer/ui/grid/grid-types.ts'
import { useText } from '#renderer/ui/text.tsx'
import { firstView, readView } from './list-state.ts'

/** The views that the office keeps of a list: columns, filters and sort under a name, shared with colleagues. */
export function SavedViews(props: {
  readonly list: ListName
  readonly view: GridView
  readonly onChoose: (view: GridView) => void
}) {
  const { list, view, onChoose } = props
  const { t } = useText()
  const run = useRun()
  const { data: views = [] } = useQuery(api.settings.views.queryOptions({ input: { list } }))
  const [isNaming, setNaming] = useState(false)
  const remove = (id: string, name: string) =>
    void run(() => client.settings.removeView({ id }), { done: t('lists.views.removed', { name }) })
  return (
    <>
      <Menu position="bottom-start">
        <Menu.Target>
          <Button size="compact-sm" variant="default" leftSection={<IconBookmark size={14} />}>
            {t('lists.views')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => onChoose(firstView(list))}>{t('lists.views.default')}</Menu.Item>
          {views.map((saved) => {
            const kept = readView(list, saved.view)
            return (
              <Menu.Item
                key={saved.id}
                disabled={kept === undefined}
                onClick={() => kept !== undefined && onChoose(kept)}
              >
                {saved.name}
              </Menu.Item>
            )
          })}
          <Menu.Divider />
          <Menu.Item onClick={() => setNaming(true)}>{t('lists.views.save')}</Menu.Item>
          {views.map((saved) => (
            <Menu.Item
              key={saved.id}
              leftSection={<IconTrash size={14} />}
              onClick={() => remove(saved.id, saved.name)}
            >
              {t('lists.views.remove', { name: saved.name })}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      {isNaming && <NameView list={list} view={view} onClose={() => setNaming(false)} />}
    </>
  )
}

function NameView({
  list,
  view,
  onClose,
}: {
  readonly list: ListName
  readonly view: GridView
  readonly onClose: () => void
}) {
  const { t } = useText()
  const run = useRun()
  const [name, setName] = useState('')
  const save = async () => {
    const trimmed = name.trim()
    if (trimmed === '') return
    const saved = await run(
      () => client.settings.saveView({ list, name: trimmed, view: JSON.stringify(view) }),
      {
        done: t('lists.views.saved', { name: trimmed }),
      },
    )
    if (saved !== undefined) onClose()
  }
  return (
    <Dialog
      title={t('lists.views.save')}
      isOpen
      onClose={onClose}
      size="small"
      actions={
        <DialogActions
          label={t('ui.save')}
          isOff={name.trim() === ''}
          onAct={() => void save()}
          onCancel={onClose}
        />
      }
    >
      <TextInput
        label={t('lists.views.name')}
        value={name}
        maxLength={100}
        data-autofocus
        onChange={(event) => setName(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') void save()
        }}
      />
    </Dialog>
  )
}
