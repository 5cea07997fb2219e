import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { listTrainingRuns } from '../api/listTrainingRuns'
import type { TrainingSummary } from '../api/types'
import { href } from '../app/router'
import { PageHeading } from '../components/PageHeading'
import { ProgressBar } from '../components/ProgressBar'
import { QueryTable } from '../components/QueryTable'
import { StateChip } from '../components/StateChip'
import { useI18n } from '../i18n/I18n'
import { TrainingForm } from './TrainingForm'

export function TrainingPage() {
  const { t } = useI18n()
  const [isStarting, setStarting] = useState(false)
  const runs = useQuery({ queryKey: ['training-runs'], queryFn: listTrainingRuns })
  return (
    <section className="page">
      <PageHeading title={t('training.title')} hint={t('training.hint')}>
        <button type="button" className="primary" onClick={() => setStarting(true)}>
          {t('training.start')}
        </button>
      </PageHeading>
      {isStarting && <TrainingForm onClose={() => setStarting(false)} />}
      <QueryTable
        query={runs}
        empty={{ title: t('training.empty'), hint: t('training.empty.hint') }}
        heads={[
          t('column.state'),
          t('training.model'),
          t('training.dataset'),
          t('training.network'),
          t('training.device'),
          t('column.started'),
          t('column.finished'),
        ]}
      >
        {(run) => (
          <TrainingRow key={run.id} run={run} />
        )}
      </QueryTable>
    </section>
  )
}

function TrainingRow({ run }: { readonly run: TrainingSummary }) {
  const { t, format } = useI18n()
  return (
    <tr>
      <td>
        <StateChip state={run.state} />
        {run.state === 'RUNNING' && run.progress !== undefined && (
          <ProgressBar label={t('training.progress')} fraction={run.progress} />
        )}
        {run.cause !== undefined && <p className="reason">{run.cause.message}</p>}
      </td>
      <td>
        <a href={href('training', run.id)}>{run.modelName}</a>
        <span className="secondary">{run.createdBy}</span>
      </td>
      <td>
        {run.datasetName ?? '–'} {run.datasetVersion !== undefined && `v${run.datasetVersion}`}
      </td>
      <td>{run.spec.network}</td>
      <td>{run.device}</td>
      <td>{format.dateTime(run.startedAt ?? run.createdAt)}</td>
      <td>{format.dateTime(run.finishedAt)}</td>
    </tr>
  )
}
