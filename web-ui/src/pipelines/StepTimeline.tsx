import type { PipelineStep } from '../api/types'
import { CauseText } from '../components/CauseText'
import { StateChip, toneOf } from '../components/StateChip'
import { useI18n } from '../i18n/I18n'
import { isStepKind } from './stepKinds'

/** The steps of a run in their order, with state, times and cause. */
export function StepTimeline({ steps }: { readonly steps: readonly PipelineStep[] }) {
  const { t, format } = useI18n()
  return (
    <ol className="timeline" aria-label={t('runs.steps')}>
      {[...steps]
        .sort((a, b) => a.ordinal - b.ordinal)
        .map((step) => (
          <li key={step.ordinal} className={`timeline-step timeline-${toneOf(step.state)}`} data-state={step.state}>
            <div className="timeline-head">
              <strong>{isStepKind(step.kind) ? t(`step.${step.kind}`) : step.kind}</strong>
              <StateChip state={step.state} />
            </div>
            <span className="muted">
              {step.startedAt !== undefined && format.time(step.startedAt)}
              {step.startedAt !== undefined &&
                step.finishedAt !== undefined &&
                ` · ${elapsed(step.startedAt, step.finishedAt, format.number)}`}
              {step.attempt > 1 && ` · ${t('runs.attempt', { attempt: step.attempt })}`}
            </span>
            <CauseText cause={step.cause} />
          </li>
        ))}
    </ol>
  )
}

function elapsed(from: string, to: string, number: (value: number, digits?: number) => string): string {
  return `${number((Date.parse(to) - Date.parse(from)) / 1000, 1)}\u00a0s`
}
