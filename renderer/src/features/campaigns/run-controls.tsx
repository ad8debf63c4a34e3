import { Button, Checkbox, SegmentedControl } from '@mantine/core'
import { IconPlayerPlay } from '@tabler/icons-react'
import { useState } from 'react'
import type { ScenarioSummary } from '#shared/contract/campaigns.ts'
import { mechanisms, type Mechanism } from '#shared/domain/allocation/types.ts'
import { choiceLabel } from '#shared/entities/labels.ts'
import { dataChanged } from '#renderer/api/changes.ts'
import { runJob } from '#renderer/api/jobs.ts'
import { useNotices } from '#renderer/ui/notice.tsx'
import { useText } from '#renderer/ui/text.tsx'
import { useRefusalText } from '#renderer/ui/use-refusal.ts'

/** Which mechanism, and the button that runs it and keeps the result as a scenario. */
export function RunControls(props: {
  readonly campaignId: string
  readonly scenarios: readonly ScenarioSummary[]
  readonly isOff: boolean
  readonly onDone: (scenarioId: string) => void
}) {
  const { t } = useText()
  const notices = useNotices()
  const refusalText = useRefusalText()
  const [mechanism, setMechanism] = useState<Mechanism>('stable')
  const [isFair, setFair] = useState(false)
  const [keepsPresent, setKeepsPresent] = useState(false)
  const [isRunning, setRunning] = useState(false)
  const word = t(choiceLabel('scenario', 'mechanism', mechanism))
  const run = async () => {
    setRunning(true)
    const same = props.scenarios.filter((one) => one.mechanism === mechanism).length
    const outcome = await runJob(
      {
        kind: 'allocate',
        campaignId: props.campaignId,
        rule: { mechanism, isFair, keepsPresent, seed: null },
        baseId: null,
        keepAs: `${word} ${same + 1}`,
        trial: [],
      },
      t('campaigns.running', { mechanism: word }),
    )
    setRunning(false)
    if (outcome.type === 'failed') return notices.fail({ text: refusalText(outcome.refusal) })
    if (outcome.type === 'cancelled' || outcome.result.kind !== 'allocate') return
    dataChanged()
    const { measure, scenarioId } = outcome.result
    notices.say({ text: t('campaigns.ran', { placed: measure.placed, students: measure.students }) })
    if (scenarioId !== null) props.onDone(scenarioId)
  }
  return (
    <>
      <SegmentedControl
        size="xs"
        aria-label={t('campaigns.mechanism')}
        data={mechanisms.map((value) => ({ value, label: t(choiceLabel('scenario', 'mechanism', value)) }))}
        value={mechanism}
        onChange={(value) => setMechanism(mechanisms.find((one) => one === value) ?? 'stable')}
      />
      {mechanism === 'max' && (
        <>
          <Checkbox
            size="xs"
            label={t('field.scenario.isFair')}
            checked={isFair}
            onChange={(event) => setFair(event.currentTarget.checked)}
          />
          <Checkbox
            size="xs"
            label={t('campaigns.keepsPresent')}
            disabled={isFair || props.scenarios.length === 0}
            checked={keepsPresent && !isFair}
            onChange={(event) => setKeepsPresent(event.currentTarget.checked)}
          />
        </>
      )}
      <Button
        leftSection={<IconPlayerPlay size={16} />}
        loading={isRunning}
        disabled={props.isOff}
        onClick={() => void run()}
      >
        {t('campaigns.run')}
      </Button>
    </>
  )
}
