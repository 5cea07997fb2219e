import { useState } from 'react'
import { reviewRun, type Decision } from '../api/reviewRun'
import { useHasRole } from '../app/Session'
import { useAction } from '../components/useAction'
import { useKeys } from '../components/useKeys'
import { useI18n } from '../i18n/I18n'
import { ReviewDialog } from './ReviewDialog'

interface Props {
  readonly runId: string
  readonly takesKeys: boolean
  readonly onNext: () => void
}

/** Accept or reject. Only radiologists decide; a decision cannot be taken back. */
export function ReviewActions({ runId, takesKeys, onNext }: Props) {
  const { t } = useI18n()
  const mayDecide = useHasRole('radiologist')
  const [asked, setAsked] = useState<Decision['decision']>()
  const review = useAction((decision: Decision) => reviewRun(runId, decision), {
    refresh: ['results', 'worklist', 'pipeline-runs', 'pipeline-run'],
    done: t('review.done'),
  })
  useKeys(
    mayDecide && takesKeys ? { a: () => setAsked('ACCEPTED'), x: () => setAsked('REJECTED') } : {},
  )
  if (!mayDecide) {
    return <p className="muted">{t('review.onlyRadiologists')}</p>
  }
  return (
    <div className="review-actions">
      <button type="button" className="accept" disabled={review.isPending} onClick={() => setAsked('ACCEPTED')}>
        {t('review.accept')} <kbd>A</kbd>
      </button>
      <button type="button" className="reject" disabled={review.isPending} onClick={() => setAsked('REJECTED')}>
        {t('review.reject')} <kbd>X</kbd>
      </button>
      {asked !== undefined && (
        <ReviewDialog
          decision={asked}
          onClose={() => setAsked(undefined)}
          onDecide={(decision, thenNext) => {
            setAsked(undefined)
            review.mutate(decision, { onSuccess: () => thenNext && onNext() })
          }}
        />
      )}
    </div>
  )
}
