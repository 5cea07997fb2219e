import { useState, type ReactNode } from 'react'
import { useI18n } from '../i18n/I18n'
import { Dialog } from './Dialog'

interface Props {
  readonly children: ReactNode
  readonly question: string
  readonly onConfirm: () => void
  readonly disabled?: boolean
  readonly className?: string
}

/** A button for what cannot be undone: it asks before it acts. */
export function ConfirmButton({ children, question, onConfirm, disabled = false, className = 'danger' }: Props) {
  const { t } = useI18n()
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <button type="button" className={className} disabled={disabled} onClick={() => setOpen(true)}>
        {children}
      </button>
      {isOpen && (
        <Dialog title={question} onClose={() => setOpen(false)}>
          <div className="dialog-actions">
            <button type="button" onClick={() => setOpen(false)}>
              {t('action.cancel')}
            </button>
            <button
              type="button"
              className="danger"
              onClick={() => {
                setOpen(false)
                onConfirm()
              }}
            >
              {children}
            </button>
          </div>
        </Dialog>
      )}
    </>
  )
}
