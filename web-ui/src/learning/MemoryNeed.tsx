import type { TrainingEstimate } from '../api/types'
import { useI18n } from '../i18n/I18n'

/** What a training would need, and why it does not fit where it does not. */
export function MemoryNeed({ estimate }: { readonly estimate: TrainingEstimate }) {
  const { t } = useI18n()
  if (estimate.cause !== undefined) {
    return (
      <p className="field-error" role="alert">
        {estimate.cause.message}
      </p>
    )
  }
  if (estimate.need === undefined) {
    return <p className="muted">{t('training.estimate.none')}</p>
  }
  return estimate.need.refusal === undefined ? (
    <p className="muted">{t('training.estimate', { need: estimate.need.text })}</p>
  ) : (
    <p className="field-error" role="alert">
      {estimate.need.refusal}
    </p>
  )
}
