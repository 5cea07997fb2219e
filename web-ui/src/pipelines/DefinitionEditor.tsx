import { useMemo } from 'react'
import { useI18n } from '../i18n/I18n'
import { validateDefinition } from './validateDefinition'

interface Props {
  readonly text: string
  readonly onChange: (text: string) => void
  readonly action: string
  readonly isBusy: boolean
  readonly onSave: (definition: unknown) => void
}

/** A definition as JSON, checked while it is typed. */
export function DefinitionEditor({ text, onChange, action, isBusy, onSave }: Props) {
  const { t } = useI18n()
  const validation = useMemo(() => validateDefinition(text), [text])
  return (
    <div className="definition">
      <label htmlFor="definition">{t('pipelines.definition')}</label>
      <textarea
        id="definition"
        className="code"
        rows={22}
        spellCheck={false}
        aria-invalid={validation.kind === 'invalid'}
        aria-describedby="definition-problems"
        value={text}
        onChange={(event) => onChange(event.target.value)}
      />
      <div id="definition-problems" aria-live="polite">
        {validation.kind === 'valid' ? (
          <p className="valid">{t('pipelines.valid')}</p>
        ) : (
          <ul className="problems">
            {validation.problems.map((problem) => (
              <li key={`${problem.path} ${problem.message}`}>
                <code>{problem.path}</code> {problem.message}
              </li>
            ))}
          </ul>
        )}
      </div>
      <button
        type="button"
        className="primary"
        disabled={validation.kind === 'invalid' || isBusy}
        onClick={() => validation.kind === 'valid' && onSave(validation.definition)}
      >
        {action}
      </button>
    </div>
  )
}
