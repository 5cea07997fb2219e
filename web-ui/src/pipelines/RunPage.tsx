import { useQuery } from '@tanstack/react-query'
import { getPipelineRun } from '../api/getPipelineRun'
import { replayPipelineRun } from '../api/replayPipelineRun'
import type { PipelineRun } from '../api/types'
import { href } from '../app/router'
import { useHasRole } from '../app/Session'
import { CauseText } from '../components/CauseText'
import { PageHeading } from '../components/PageHeading'
import { QueryView } from '../components/QueryView'
import { StateChip } from '../components/StateChip'
import { useAction } from '../components/useAction'
import { useI18n } from '../i18n/I18n'
import { DeliveryTable } from './DeliveryTable'
import { StepTimeline } from './StepTimeline'

export function RunPage({ id }: { readonly id: string }) {
  const run = useQuery({ queryKey: ['pipeline-run', id], queryFn: () => getPipelineRun(id) })
  return (
    <section className="page">
      <QueryView query={run}>{(data) => <RunDetails run={data} />}</QueryView>
    </section>
  )
}

function RunDetails({ run }: { readonly run: PipelineRun }) {
  const { t, format } = useI18n()
  const mayReplay = useHasRole('admin', 'integrator')
  const mayRead = useHasRole('radiologist', 'admin')
  const replay = useAction(() => replayPipelineRun(run.id), {
    refresh: ['pipeline-run', 'pipeline-runs', 'worklist'],
    done: t('runs.replayed'),
  })
  return (
    <>
      <PageHeading
        title={`${run.pipeline} v${run.pipelineVersion}`}
        hint={`${run.seriesDescription ?? ''} · ${format.dateTime(run.createdAt)}`}
      >
        <StateChip state={run.state} />
        {mayRead && (
          <a className="button" href={href('studies', run.studyId)}>
            {t('runs.openStudy')}
          </a>
        )}
        <a className="button" href={href('deidentification', run.studyId)}>
          {t('deid.open')}
        </a>
        {mayReplay && (run.state === 'FAILED' || run.state === 'STOPPED') && (
          <button type="button" className="primary" disabled={replay.isPending} onClick={() => replay.mutate(undefined)}>
            {t('action.replay')}
          </button>
        )}
      </PageHeading>
      <CauseText cause={run.cause} />
      <StepTimeline steps={run.steps} />
      <DeliveryTable deliveries={run.deliveries} />
    </>
  )
}
