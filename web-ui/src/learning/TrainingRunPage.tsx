import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { cancelTraining } from '../api/cancelTraining'
import { getTrainingRun } from '../api/getTrainingRun'
import type { TrainingRun } from '../api/types'
import { href } from '../app/router'
import { CauseText } from '../components/CauseText'
import { ConfirmButton } from '../components/ConfirmButton'
import { EmptyState } from '../components/EmptyState'
import { LineChart } from '../components/LineChart'
import { PageHeading } from '../components/PageHeading'
import { ProgressBar } from '../components/ProgressBar'
import { QueryView } from '../components/QueryView'
import { StateChip } from '../components/StateChip'
import { useAction } from '../components/useAction'
import { useI18n } from '../i18n/I18n'
import { metricNames } from './metricName'
import { metricCharts } from './metricSeries'
import { SpecList } from './SpecList'

export function TrainingRunPage({ id }: { readonly id: string }) {
  const run = useQuery({ queryKey: ['training-run', id], queryFn: () => getTrainingRun(id) })
  return (
    <section className="page">
      <QueryView query={run}>{(data) => <TrainingDetails run={data} />}</QueryView>
    </section>
  )
}

function TrainingDetails({ run }: { readonly run: TrainingRun }) {
  const { t, format } = useI18n()
  const { epochs, labels } = run
  const charts = useMemo(() => metricCharts(epochs, metricNames(labels)), [epochs, labels])
  const latest = epochs.reduce<(typeof epochs)[number] | undefined>(
    (best, epoch) => (best === undefined || epoch.epoch > best.epoch ? epoch : best),
    undefined,
  )
  const cancel = useAction(() => cancelTraining(run.id), {
    refresh: ['training-run', 'training-runs'],
    done: t('training.cancelRequested'),
  })
  const isActive = run.state === 'QUEUED' || run.state === 'RUNNING'
  return (
    <>
      <PageHeading title={run.modelName} hint={`${run.createdBy} · ${format.dateTime(run.createdAt)}`}>
        <StateChip state={run.state} />
        {run.modelVersionId !== undefined && (
          <a className="button primary" href={href('models', run.modelVersionId)}>
            {t('training.openModel')}
          </a>
        )}
        {isActive && (
          <ConfirmButton question={t('training.cancelQuestion')} disabled={cancel.isPending} onConfirm={() => cancel.mutate(undefined)}>
            {t('training.cancel')}
          </ConfirmButton>
        )}
      </PageHeading>
      <CauseText cause={run.cause} />
      {latest !== undefined && (
        <div className="progress-line">
          <ProgressBar label={t('training.progress')} fraction={latest.epoch / latest.epochs} />
          <span data-testid="epoch">{t('training.epochOf', { epoch: latest.epoch, epochs: latest.epochs })}</span>
          {isActive && <span className="muted">{t('training.timeLeft', { time: format.duration(latest.secondsLeft) })}</span>}
        </div>
      )}
      {run.message !== undefined && run.message !== '' && <p className="muted">{run.message}</p>}
      {latest === undefined && isActive && <EmptyState title={t('training.waiting')} hint={t('training.waiting.hint')} />}
      <div className="charts">
        {charts.map((chart) => (
          <LineChart
            key={chart.kind}
            title={t(`training.chart.${chart.kind}`)}
            series={chart.series}
            xLabel={t('training.epoch')}
            xMaximum={latest?.epochs ?? 1}
          />
        ))}
      </div>
      <h2>{t('training.settings')}</h2>
      <SpecList
        values={{
          [t('training.dataset')]: [run.datasetName, run.datasetVersion && `v${run.datasetVersion}`].filter(Boolean).join(' '),
          [t('training.task')]: t(`task.${run.spec.task}`),
          [t('training.network')]: run.spec.network,
          [t('training.device')]: run.device,
          [t('training.batchSize')]: run.spec.batchSize,
          [t('training.learningRate')]: run.spec.learningRate,
          [t('training.seed')]: run.spec.seed,
          [t('training.loss')]: run.spec.optimization?.loss,
          [t('training.schedule')]: run.spec.optimization?.schedule,
        }}
      />
    </>
  )
}
