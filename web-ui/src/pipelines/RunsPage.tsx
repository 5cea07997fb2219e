import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { listPipelineRuns } from '../api/listPipelineRuns'
import type { RunState } from '../api/types'
import { href } from '../app/router'
import { CauseText } from '../components/CauseText'
import { PageHeading } from '../components/PageHeading'
import { QueryTable } from '../components/QueryTable'
import { StateChip } from '../components/StateChip'
import { useI18n } from '../i18n/I18n'

const STATES: readonly RunState[] = ['RUNNING', 'WAITING_FOR_REVIEW', 'COMPLETED', 'REJECTED', 'STOPPED', 'FAILED']

export function RunsPage() {
  const { t, format } = useI18n()
  const [state, setState] = useState<RunState>()
  const runs = useQuery({
    queryKey: ['pipeline-runs', state],
    queryFn: () => listPipelineRuns(state),
    placeholderData: (previous) => previous,
  })
  return (
    <section className="page">
      <PageHeading title={t('runs.title')} hint={t('runs.hint')} />
      <div className="filter-chips" role="group" aria-label={t('worklist.filter')}>
        <button type="button" aria-pressed={state === undefined} onClick={() => setState(undefined)}>
          {t('worklist.all')}
        </button>
        {STATES.map((one) => (
          <button key={one} type="button" aria-pressed={state === one} onClick={() => setState(one)}>
            {t(`state.${one}`)}
          </button>
        ))}
      </div>
      <QueryTable
        query={runs}
        empty={{ title: t('runs.empty'), hint: t('runs.empty.hint') }}
        heads={[
          t('column.state'),
          t('column.pipeline'),
          t('column.series'),
          t('column.started'),
          t('column.finished'),
          t('column.cause'),
        ]}
      >
        {(run) => (
          <tr key={run.id}>
            <td>
              <StateChip state={run.state} />
            </td>
            <td>
              <a href={href('runs', run.id)}>{run.pipeline}</a>{' '}
              <span className="muted">v{run.pipelineVersion}</span>
            </td>
            <td>{run.seriesDescription ?? '–'}</td>
            <td>{format.dateTime(run.createdAt)}</td>
            <td>{format.dateTime(run.finishedAt)}</td>
            <td>
              <CauseText cause={run.cause} />
            </td>
          </tr>
        )}
      </QueryTable>
    </section>
  )
}
