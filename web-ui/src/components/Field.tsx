import { useId, type ReactNode } from 'react'

interface Props {
  readonly label: string
  readonly hint?: string
  readonly error?: string | undefined
  readonly children: (id: string, describedBy: string | undefined) => ReactNode
}

/** A labelled form control with its hint and error. */
export function Field({ label, hint, error, children }: Props) {
  const id = useId()
  const note = error ?? hint
  const noteId = note === undefined ? undefined : `${id}-note`
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {children(id, noteId)}
      {note !== undefined && (
        <span id={noteId} className={error === undefined ? 'field-hint' : 'field-error'}>
          {note}
        </span>
      )}
    </div>
  )
}
