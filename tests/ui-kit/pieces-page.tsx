import { Button } from '@mantine/core'
import { IconUsers } from '@tabler/icons-react'
import { useState } from 'react'
import { Confirm } from '#renderer/ui/confirm.tsx'
import { DiffText } from '#renderer/ui/diff-text.tsx'
import { DropZone } from '#renderer/ui/drop-zone.tsx'
import { EmptyState } from '#renderer/ui/empty-state.tsx'
import { ErrorBoundary } from '#renderer/ui/error-boundary.tsx'
import { useNotices } from '#renderer/ui/notice.tsx'
import { Page } from '#renderer/ui/page.tsx'
import { Progress } from '#renderer/ui/progress.tsx'
import { Stat, StatRow } from '#renderer/ui/stat.tsx'
import { StatusBadge } from '#renderer/ui/status-badge.tsx'
import type { StatusTone } from '#renderer/ui/status-badge.tsx'
import { NewMobility } from './student-record.tsx'

const tones: readonly StatusTone[] = ['none', 'idle', 'going', 'good', 'warn', 'bad']

/** Every small component, in each of its states. */
export function PiecesPage() {
  const notices = useNotices()
  const [isAsking, setAsking] = useState(false)
  const [files, setFiles] = useState<readonly string[]>([])
  return (
    <Page
      title="Pieces"
      lead="Every small component, in each of its states."
      isDocument
      mainAction={{
        key: 'say',
        label: 'Say',
        to: {
          run: () =>
            notices.say({ text: '3 students changed', onUndo: () => notices.say({ text: 'Undone' }) }),
        },
      }}
      actions={[
        {
          key: 'fail',
          label: 'Fail',
          to: {
            run: () =>
              notices.fail({
                text: 'The file could not be read. Ask for it in xlsx.',
                details: 'sheet-refused: zip\npartners.xlsx',
              }),
          },
        },
        { key: 'ask', label: 'Ask', to: { run: () => setAsking(true) } },
        { key: 'more', label: 'Open the list', to: { href: '#/students' } },
      ]}
    >
      <StatRow>
        <Stat label="To nominate" value={12} href="#/students" hint="before 15 April" tone="warn" />
        <Stat label="Agreements" value={1432} href="#/students" hint="of 1,500" />
        <Stat label="Weeks abroad" value="11.5" href="#/students" hint="all done" tone="good" />
      </StatRow>
      <h2>States</h2>
      <p>
        {tones.map((tone) => (
          <span key={tone}>
            <StatusBadge tone={tone} word={tone} /> <StatusBadge tone={tone} word={tone} isPlain />{' '}
          </span>
        ))}
      </p>
      <h2>Changes</h2>
      <p>
        <DiffText before="F PARIS104" after="F  PARIS104" /> <DiffText before={null} after="new" />{' '}
        <DiffText before="old" after={null} />
      </p>
      <h2>Work</h2>
      <Progress
        label="Import of partners.xlsx"
        state={{ kind: 'running', phase: 'Reading', done: 12500, total: 40000 }}
        onCancel={() => undefined}
      />
      <Progress label="Map" state={{ kind: 'running', phase: 'Waiting', done: 0, total: undefined }} />
      <Progress
        label="Export"
        state={{ kind: 'done', text: '140 rows' }}
        action={<Button size="compact-sm">Open</Button>}
      />
      <Progress label="Report" state={{ kind: 'failed', text: 'No place left on the disk.' }} />
      <h2>Files</h2>
      <DropZone
        label="Drop a list of partners here"
        hint="xlsx, xls, ods or csv, as it is"
        accept=".xlsx,.csv"
        onFiles={(dropped) => setFiles(dropped.map((file) => file.name))}
      />
      <output data-testid="files">{files.join(' ')}</output>
      <h2>New</h2>
      <NewMobility />
      <h2>Nothing yet</h2>
      <EmptyState
        title="No student yet"
        text="Import the list that the registrar sends, or add one."
        icon={<IconUsers size={22} stroke={1.6} />}
      >
        <Button>Import a list</Button>
        <Button variant="default">Add a student</Button>
      </EmptyState>
      <ErrorBoundary resetKey="pieces">
        <Fault />
      </ErrorBoundary>
      <Confirm
        isOpen={isAsking}
        title="Forget 12 students for good?"
        confirmLabel="Forget them"
        isDangerous
        onConfirm={() => setAsking(false)}
        onCancel={() => setAsking(false)}
      >
        Their files are erased from the office file and from its history. This cannot be undone.
      </Confirm>
    </Page>
  )
}

function Fault() {
  const [isBroken, setBroken] = useState(false)
  if (isBroken) throw new Error('made to fail')
  return (
    <Button variant="default" onClick={() => setBroken(true)}>
      Break
    </Button>
  )
}
