import { useState, type FormEvent } from 'react'
import type { Decision } from '../api/reviewRun'
import { Dialog } from '../components/Dialog'
import { Field } from '../components/Field'
import { useI18n } from '../i18n/I18n'

interface Props {
  readonly decision: Decision['decision']
  readonly onClose: () => void
  readonly onDecide: (decision: Decision, thenNext: boolean) => void
}

const REASONS = ['review.reason.wrongPlace', 'review.reason.incomplete', 'review.reason.quality', 'review.reason.wrongSeries'] as const

/** Confirms a decision; rejecting needs a reason, accepting may have a note. */
export function ReviewDialog({ decision, onClose, onDecide }: Props) {
  const { t } = useI18n()
  const [reason, setReason] = useState('')
  const [isMissing, setMissing] = useState(false)
  const isReject = decision === 'REJECTED'
  const decide = (thenNext: boolean) => {
    const text = reason.trim()
    if (isReject && text === '') {
      setMissing(true)
      return
    }
    onDecide(text === '' ? { decision } : { decision, reason: text }, thenNext)
  }
  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    decide(false)
  }
  return (
    <Dialog title={t(isReject ? 'review.reject.title' : 'review.accept.title')} onClose={onClose}>
      <form onSubmit={onSubmit} noValidate>
        <p className="muted">{t(isReject ? 'review.reject.hint' : 'review.accept.hint')}</p>
        {isReject && (
          <div className="suggestions">
            {REASONS.map((key) => (
              <button key={key} type="button" className="quiet" onClick={() => setReason(t(key))}>
                {t(key)}
              </button>
            ))}
          </div>
        )}
        <Field
          label={t(isReject ? 'review.reason' : 'review.note')}
          error={isMissing && reason.trim() === '' ? t('review.reason.missing') : undefined}
        >
          {(id, describedBy) => (
            <textarea
              id={id}
              aria-describedby={describedBy}
              rows={3}
              maxLength={2000}
              required={isReject}
              value={reason}
              autoFocus
              onChange={(event) => setReason(event.target.value)}
            />
          )}
        </Field>
        <div className="dialog-actions">
          <button type="button" onClick={onClose}>
            {t('action.cancel')}
          </button>
          <button type="button" onClick={() => decide(true)}>
            {t(isReject ? 'review.rejectAndNext' : 'review.acceptAndNext')}
          </button>
          <button type="submit" className={isReject ? 'reject' : 'accept'}>
            {t(isReject ? 'review.reject' : 'review.accept')}
          </button>
        </div>
      </form>
    </Dialog>
  )
}
