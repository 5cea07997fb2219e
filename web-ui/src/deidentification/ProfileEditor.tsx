import { useId } from 'react'
import { useI18n } from '../i18n/I18n'

interface Props {
  readonly text: string
  readonly onChange: (text: string) => void
  readonly isBusy: boolean
  readonly onSave: (definition: unknown) => void
}

/** A profile as JSON. The platform checks it and lists every problem when it is saved. */
export function ProfileEditor({ text, onChange, isBusy, onSave }: Props) {
  const { t } = useI18n()
  const id = useId()
  const definition = parse(text)
  return (
    <div className="definition">
      <label htmlFor={id}>{t('profiles.definition')}</label>
      <textarea
        id={id}
        className="code"
        rows={18}
        spellCheck={false}
        aria-invalid={definition === undefined}
        value={text}
        onChange={(event) => onChange(event.target.value)}
      />
      {definition === undefined && <p className="field-error">{t('profiles.invalidJson')}</p>}
      <button
        type="button"
        className="primary"
        disabled={definition === undefined || isBusy}
        onClick={() => onSave(definition)}
      >
        {t('profiles.save')}
      </button>
    </div>
  )
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return undefined
  }
}
