import { Button } from '@mantine/core'
import { IconMailForward } from '@tabler/icons-react'
import { EmptyState } from '#renderer/ui/empty-state.tsx'
import { Page } from '#renderer/ui/page.tsx'
import { useText } from '#renderer/ui/text.tsx'

/** No mobility has ever been selected: how one comes to be nominated. */
export function NobodyYet() {
  const { t } = useText()
  return (
    <Page title={t('nominating.title')} isDocument>
      <EmptyState
        icon={<IconMailForward size={24} stroke={1.6} />}
        title={t('nominating.none.title')}
        text={t('nominating.none.text')}
      >
        <Button component="a" href="#/mobilities">
          {t('nominating.none.mobilities')}
        </Button>
        <Button component="a" href="#/import?as=mobilities" variant="default">
          {t('nominating.none.import')}
        </Button>
      </EmptyState>
    </Page>
  )
}

/** Nobody is left in the year that is shown. */
export function NoNominees(props: {
  readonly year: string
  readonly isAgain: boolean
  readonly onAgain: () => void
}) {
  const { t } = useText()
  return (
    <EmptyState
      icon={<IconMailForward size={24} stroke={1.6} />}
      title={t('nominating.noneInYear.title', { year: props.year })}
      text={t('nominating.noneInYear.text')}
    >
      {!props.isAgain && <Button onClick={props.onAgain}>{t('nominating.noneInYear.again')}</Button>}
      <Button component="a" href="#/mobilities" variant="default">
        {t('nominating.none.mobilities')}
      </Button>
    </EmptyState>
  )
}
