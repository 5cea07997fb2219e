import { lazy, Suspense, useEffect } from 'react'
import { AuditPage } from '../audit/AuditPage'
import { EmptyState } from '../components/EmptyState'
import { Loading } from '../components/Loading'
import { CrosswalkPage } from '../deidentification/CrosswalkPage'
import { DifferencePage } from '../deidentification/DifferencePage'
import { PixelDoubtPage } from '../deidentification/PixelDoubtPage'
import { PixelDoubtsPage } from '../deidentification/PixelDoubtsPage'
import { ProfilePage } from '../deidentification/ProfilePage'
import { ProfilesPage } from '../deidentification/ProfilesPage'
import { RecordPage } from '../deidentification/RecordPage'
import { StudyDeidentificationPage } from '../deidentification/StudyDeidentificationPage'
import { useI18n } from '../i18n/I18n'
import { DatasetsPage } from '../learning/DatasetsPage'
import { DatasetVersionPage } from '../learning/DatasetVersionPage'
import { ModelVersionPage } from '../learning/ModelVersionPage'
import { ModelsPage } from '../learning/ModelsPage'
import { PromotionsPage } from '../learning/PromotionsPage'
import { TrainingPage } from '../learning/TrainingPage'
import { TrainingRunPage } from '../learning/TrainingRunPage'
import { DestinationsPage } from '../pipelines/DestinationsPage'
import { PipelinePage } from '../pipelines/PipelinePage'
import { PipelinesPage } from '../pipelines/PipelinesPage'
import { QuarantinePage } from '../pipelines/QuarantinePage'
import { RunPage } from '../pipelines/RunPage'
import { RunsPage } from '../pipelines/RunsPage'
import { SourcesPage } from '../pipelines/SourcesPage'
import { SystemPage } from '../system/SystemPage'
import { WorklistPage } from '../worklist/WorklistPage'
import { Header } from './Header'
import { navigate, useRoute } from './router'
import { SectionTabs } from './SectionTabs'
import { mayOpen, parentPage, SECTIONS, visibleSections } from './sections'
import { useMe } from './Session'
import { useLiveEvents } from './useLiveEvents'

const ViewerPage = lazy(async () => ({ default: (await import('../viewer/ViewerPage')).ViewerPage }))

export function App() {
  const { t } = useI18n()
  const me = useMe()
  const liveness = useLiveEvents()
  const [path, id, part] = useRoute()
  const first = visibleSections(me.roles)[0]?.pages[0]?.path
  useEffect(() => {
    if (path === undefined && first !== undefined) {
      navigate(first)
    }
  }, [path, first])
  const link = SECTIONS.flatMap((section) => section.pages).find((page) => page.path === parentPage(path ?? ''))
  const isForbidden = link !== undefined && !mayOpen(me.roles, link)
  return (
    <div className="app">
      <a className="skip-link" href="#main" onClick={focusMain}>
        {t('header.skip')}
      </a>
      <Header liveness={liveness} />
      <SectionTabs />
      <main id="main" tabIndex={-1}>
        <Suspense fallback={<Loading />}>
          {first === undefined && <EmptyState title={t('access.none')} hint={t('access.none.hint')} />}
          {isForbidden && <EmptyState title={t('access.denied')} hint={t('access.denied.hint')} />}
          {!isForbidden && path !== undefined && <Page path={path} id={id} part={part} />}
        </Suspense>
      </main>
    </div>
  )
}

function focusMain(event: { preventDefault: () => void }): void {
  event.preventDefault()
  document.getElementById('main')?.focus()
}

interface PageProps {
  readonly path: string
  readonly id: string | undefined
  readonly part: string | undefined
}

function Page({ path, id, part }: PageProps) {
  const { t } = useI18n()
  switch (path) {
    case 'worklist':
      return <WorklistPage />
    case 'studies':
      return <ViewerPage key={id} studyId={id ?? ''} />
    case 'runs':
      return id === undefined ? <RunsPage /> : <RunPage id={id} />
    case 'pipelines':
      return id === undefined ? <PipelinesPage /> : <PipelinePage key={id} name={id} />
    case 'sources':
      return <SourcesPage />
    case 'destinations':
      return <DestinationsPage />
    case 'quarantine':
      return <QuarantinePage />
    case 'profiles':
      return id === undefined ? <ProfilesPage /> : <ProfilePage key={id} name={id} />
    case 'deidentification':
      return <StudyDeidentificationPage studyId={id ?? ''} />
    case 'deidentification-records':
      return part === undefined ? <RecordPage id={id ?? ''} /> : <DifferencePage recordId={id ?? ''} instanceId={part} />
    case 'pixel-doubts':
      return part === undefined ? <PixelDoubtsPage /> : <PixelDoubtPage key={part} recordId={id ?? ''} instanceId={part} />
    case 'crosswalk':
      return <CrosswalkPage />
    case 'datasets':
      return <DatasetsPage />
    case 'dataset-versions':
      return <DatasetVersionPage id={id ?? ''} />
    case 'training':
      return id === undefined ? <TrainingPage /> : <TrainingRunPage id={id} />
    case 'models':
      return id === undefined ? <ModelsPage /> : <ModelVersionPage id={id} />
    case 'promotions':
      return <PromotionsPage />
    case 'audit':
      return <AuditPage />
    case 'system':
      return <SystemPage />
    default:
      return <EmptyState title={t('access.notFound')} hint={t('access.notFound.hint')} />
  }
}
