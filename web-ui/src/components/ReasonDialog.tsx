import { useState, type FormEvent } from 'react'
import { useI18n } from '../i18n/I18n'
import { Dialog } from './Dialog'
import { Field } from './Field'

interface Props {
  readonly title: string
  readonly hint: string
  readonly action: string
  readonly onClose: () => void
  readonly onSubmit: (reason: string) => void
}

/** Asks for a reason that is kept with what is done. */
export function ReasonDialog({ title, hint, action, onClose, onSubmit }: Props) {
  const { t } = useI18n()
  const [reason, setReason] = useState('')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    onSubmit(reason.trim())
  }
  return (
    <Dialog title={title} onClose={onClose}>
      <form onSubmit={submit}>
        <p className="muted">{hint}</p>
        <Field label={t('review.reason')}>
          {(id) => (
            <textarea id={id} rows={3} required autoFocus value={reason} onChange={(event) => setReason(event.target.value)} />
          )}
        </Field>
        <div className="dialog-actions">
          <button type="button" onClick={onClose}>
            {t('action.cancel')}
          </button>
          <button type="submit" className="primary" disabled={reason.trim() === ''}>
            {action}
          </button>
        </div>
      </form>
    </Dialog>
  )
}
