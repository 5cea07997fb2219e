import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { listTrainingRuns } from '../api/listTrainingRuns'
import type { TrainingSummary } from '../api/types'
import { href } from '../app/router'
import { EmptyState } from '../components/EmptyState'
import { PageHeading } from '../components/PageHeading'
import { ProgressBar } from '../components/ProgressBar'
import { QueryView } from '../components/QueryView'
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
      <QueryView query={runs}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState title={t('training.empty')} hint={t('training.empty.hint')} />
          ) : (
            <div className="table-frame">
              <table>
                <thead>
                  <tr>
                    <th scope="col">{t('column.state')}</th>
                    <th scope="col">{t('training.model')}</th>
                    <th scope="col">{t('training.dataset')}</th>
                    <th scope="col">{t('training.network')}</th>
                    <th scope="col">{t('training.device')}</th>
                    <th scope="col">{t('column.started')}</th>
                    <th scope="col">{t('column.finished')}</th>
                  </tr>
                </thead>
                <tbody>
                  {items.map((run) => (
                    <TrainingRow key={run.id} run={run} />
                  ))}
                </tbody>
              </table>
            </div>
          )
        }
      </QueryView>
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
