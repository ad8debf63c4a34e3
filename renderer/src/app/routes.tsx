import { lazy, Suspense } from 'react'
import {
  createHashHistory,
  createRootRouteWithContext,
  createRoute,
  createRouter,
} from '@tanstack/react-router'
import * as z from 'zod'
import { importKinds } from '#shared/contract/imports.ts'
import type { OfficeStatus } from '#shared/contract/office.ts'
import { listNames, type ListName } from '#shared/lists/types.ts'
import { BmPage, bmTabs } from '#renderer/features/bm/bm-page.tsx'
import { EwpPage } from '#renderer/features/ewp/ewp-page.tsx'
import { CampaignsPage } from '#renderer/features/campaigns/campaigns-page.tsx'
import { GrantsPage } from '#renderer/features/grants/grants-page.tsx'
import { HistoryPage } from '#renderer/features/history/history-page.tsx'
import { ImportPage } from '#renderer/features/imports/import-page.tsx'
import { PipelinePage } from '#renderer/features/mobilities/pipeline-page.tsx'
import { DeadlinesPage } from '#renderer/features/nominations/deadlines-page.tsx'
import { MailTextsPage } from '#renderer/features/nominations/mail-texts-page.tsx'
import { PartnerPage } from '#renderer/features/nominations/partner-page.tsx'
import { TemplatePage } from '#renderer/features/nominations/template-page.tsx'
import { NominationsPage } from '#renderer/features/nominations/nominations-page.tsx'
import { AthensPage } from '#renderer/features/athens/athens-page.tsx'
import { RegisterPage } from '#renderer/features/register/register-page.tsx'
import { charterShows } from '#renderer/features/register/show-partners.ts'
import { ReportsPage } from '#renderer/features/reports/reports-page.tsx'
import { RemindersPage } from '#renderer/features/stay-files/reminders-page.tsx'
import { ForecastPage } from '#renderer/features/obligations/forecast-page.tsx'
import { RulesPage } from '#renderer/features/school-rules/rules-page.tsx'
import { SettingsPage } from '#renderer/features/settings/settings-page.tsx'
import { TodayPage } from '#renderer/features/today/today-page.tsx'
import { useText } from '#renderer/ui/text.tsx'
import {
  linkToList,
  linkToNew,
  linkToPipeline,
  linkToRecord,
  listPaths,
  listSearch,
  pipelineSearch,
} from './links.ts'
import { ListScreen } from './list-screen.tsx'
import { Shell } from './shell.tsx'
import { forecastPath, StudentSiblings } from './student-siblings.tsx'

/** Screens that carry a world, or a way to draw charts, are fetched when they are opened: starting does not wait for them. */
const MapPage = lazy(async () => ({ default: (await import('#renderer/features/map/map-page.tsx')).MapPage }))

interface RouterContext {
  readonly status: OfficeStatus
}

const root = createRootRouteWithContext<RouterContext>()({ component: Shell })

const today = createRoute({
  getParentRoute: () => root,
  path: '/',
  component: function Today() {
    const { status } = today.useRouteContext()
    return (
      <TodayPage
        academicYear={status.academicYear}
        linkToList={linkToList}
        linkToPipeline={(office) =>
          linkToPipeline({ academicYear: status.academicYear, ...(office === undefined ? {} : { office }) })
        }
      />
    )
  },
})

const rules = createRoute({
  getParentRoute: () => root,
  path: '/settings/rules',
  component: function Rules() {
    const { t } = useText()
    return (
      <RulesPage
        parent={{ label: t('nav.settings'), href: '#/settings' }}
        hrefOf={(id) => linkToRecord('student', id)}
        toStays={(ids) => linkToList('mobilities', [{ key: 'id', test: 'is', values: ids }])}
      />
    )
  },
})

const forecast = createRoute({
  getParentRoute: () => root,
  path: forecastPath,
  component: function Forecast() {
    return <ForecastPage linkToList={linkToList} toolbar={<StudentSiblings current="forecast" />} />
  },
})

const pipeline = createRoute({
  getParentRoute: () => root,
  path: '/pipeline',
  validateSearch: pipelineSearch,
  component: function StepsOfStays() {
    const navigate = pipeline.useNavigate()
    return (
      <PipelinePage
        scope={pipeline.useSearch()}
        onScope={(search) => void navigate({ search })}
        links={{ toRecord: linkToRecord, toList: linkToList }}
      />
    )
  },
})

const reminders = createRoute({
  getParentRoute: () => root,
  path: '/reminders',
  component: function Reminders() {
    return <RemindersPage linkToList={linkToList} />
  },
})

const imports = createRoute({
  getParentRoute: () => root,
  path: '/import',
  validateSearch: z.object({ as: z.enum(importKinds).optional() }),
  component: function Import() {
    const { as } = imports.useSearch()
    return <ImportPage as={as} onDone={(list) => window.location.assign(linkToList(list))} />
  },
})

const nominations = createRoute({
  getParentRoute: () => root,
  path: '/nominations',
  component: NominationsPage,
})
const deadlines = createRoute({
  getParentRoute: () => root,
  path: '/deadlines',
  component: function Deadlines() {
    const { status } = deadlines.useRouteContext()
    return <DeadlinesPage today={status.today} linkToList={linkToList} />
  },
})
const yearSearch = z.object({ year: z.string().optional() })
const nominate = createRoute({
  getParentRoute: () => root,
  path: '/nominate/$institutionId',
  validateSearch: yearSearch,
  component: function Nominate() {
    const { status } = nominate.useRouteContext()
    const { institutionId } = nominate.useParams()
    const { year } = nominate.useSearch()
    return <PartnerPage institutionId={institutionId} academicYear={year ?? status.academicYear} />
  },
})
const workbook = createRoute({
  getParentRoute: () => root,
  path: '/nominate/$institutionId/workbook',
  validateSearch: yearSearch,
  component: function Workbook() {
    const { status } = workbook.useRouteContext()
    const { institutionId } = workbook.useParams()
    const { year } = workbook.useSearch()
    return <TemplatePage institutionId={institutionId} academicYear={year ?? status.academicYear} />
  },
})
const nominationMail = createRoute({
  getParentRoute: () => root,
  path: '/nomination-mail',
  component: MailTextsPage,
})
const athens = createRoute({ getParentRoute: () => root, path: '/athens', component: AthensPage })
const reports = createRoute({
  getParentRoute: () => root,
  path: '/reports',
  component: () => <ReportsPage linkToList={linkToList} linkToGrants="#/grants" />,
})
const map = createRoute({
  getParentRoute: () => root,
  path: '/map',
  component: function PartnersMap() {
    return (
      <Suspense>
        <MapPage
          linkToRecord={(id) => linkToRecord('institution', id)}
          linkToStays={(id, academicYear) =>
            linkToList('mobilities', [
              { key: 'institutionId', test: 'is', values: [id] },
              { key: 'academicYear', test: 'is', values: [academicYear] },
            ])
          }
        />
      </Suspense>
    )
  },
})
const ewp = createRoute({
  getParentRoute: () => root,
  path: '/ewp',
  component: function Ewp() {
    return <EwpPage linkToRecord={linkToRecord} />
  },
})
const register = createRoute({
  getParentRoute: () => root,
  path: '/charters',
  validateSearch: z.object({ show: z.enum(charterShows).optional() }),
  component: function Charters() {
    const { show = 'look' } = register.useSearch()
    return (
      <RegisterPage
        show={show}
        linkToShow={(next) => (next === 'look' ? '#/charters' : `#/charters?show=${next}`)}
        linkToRecord={linkToRecord}
        linkToList={linkToList}
      />
    )
  },
})
const bm = createRoute({
  getParentRoute: () => root,
  path: '/bm',
  validateSearch: z.object({ tab: z.enum(bmTabs).optional() }),
  component: function BeneficiaryModule() {
    const { tab = 'check' } = bm.useSearch()
    const navigate = bm.useNavigate()
    return (
      <BmPage
        tab={tab}
        onTab={(next) => void navigate({ search: next === 'check' ? {} : { tab: next } })}
        links={{ toRecord: linkToRecord, toList: linkToList }}
      />
    )
  },
})
const campaignsRoute = createRoute({
  getParentRoute: () => root,
  path: '/campaigns',
  component: function Campaigns() {
    return <CampaignsPage links={{ toList: linkToList, toRecord: linkToRecord, toNew: linkToNew }} />
  },
})
const grants = createRoute({
  getParentRoute: () => root,
  path: '/grants',
  component: function Grants() {
    return <GrantsPage links={{ toList: linkToList, toRecord: linkToRecord, toNew: linkToNew }} />
  },
})
const history = createRoute({ getParentRoute: () => root, path: '/history', component: HistoryPage })
const settings = createRoute({
  getParentRoute: () => root,
  path: '/settings',
  component: function Settings() {
    const { status } = settings.useRouteContext()
    return <SettingsPage status={status} />
  },
})

const lists = listNames.map(listRoute)

function listRoute(list: ListName) {
  const route = createRoute({
    getParentRoute: () => root,
    path: listPaths[list],
    validateSearch: listSearch,
    component: function List() {
      const { status } = route.useRouteContext()
      const search = route.useSearch()
      const navigate = route.useNavigate()
      return (
        <ListScreen
          list={list}
          status={status}
          search={search}
          onSearch={(next) => void navigate({ search: next })}
        />
      )
    },
  })
  return route
}

/** Every screen by its address. The address is kept after the `#`: the window has one page. */
export const router = createRouter({
  routeTree: root.addChildren([
    reminders,
    campaignsRoute,
    today,
    forecast,
    rules,
    pipeline,
    imports,
    nominations,
    athens,
    reports,
    map,
    ewp,
    register,
    bm,
    grants,
    deadlines,
    nominate,
    workbook,
    nominationMail,
    history,
    settings,
    ...lists,
  ]),
  history: createHashHistory(),
  context: { status: noStatus() },
  defaultPreload: false,
})

/** The office's status is given where the router is shown; nothing is routed before. */
function noStatus(): OfficeStatus {
  return {
    version: '',
    office: null,
    preferences: { language: null, theme: 'auto', views: {} },
    actor: '',
    today: '',
    academicYear: '',
    suggestedLanguage: 'en',
  }
}

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
