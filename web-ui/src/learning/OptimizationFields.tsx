import type { Task } from '../api/types'
import { Field } from '../components/Field'
import { useI18n } from '../i18n/I18n'
import { choices, REFINEMENTS, type TrainingDraft } from './trainingSpec'

interface Props {
  readonly task: Task
  readonly draft: TrainingDraft
  readonly onChange: (changes: Partial<TrainingDraft>) => void
}

/** How the weights are found; all of it may be left to the platform. */
export function OptimizationFields({ task, draft, onChange }: Props) {
  const { t } = useI18n()
  return (
    <details>
      <summary>{t('training.optimization')}</summary>
      <div className="field-row">
        {choices(task).map(({ name, label, values }) => (
          <Field key={name} label={t(label)}>
            {(id) => (
              <select id={id} value={draft[name]} onChange={(event) => onChange({ [name]: event.target.value })}>
                <option value="">{t('training.automatic')}</option>
                {values.map((value) => (
                  <option key={value}>{value}</option>
                ))}
              </select>
            )}
          </Field>
        ))}
      </div>
      <Field label={t('training.patience')} hint={t('training.patience.hint')}>
        {(id, describedBy) => (
          <input
            id={id}
            aria-describedby={describedBy}
            type="number"
            min={0}
            value={draft.patience}
            onChange={(event) => onChange({ patience: event.target.value })}
          />
        )}
      </Field>
      <div className="field-row">
        {REFINEMENTS.map(({ name, label, hint, step, most }) => (
          <Field key={name} label={t(label)} hint={t(hint)}>
            {(id, describedBy) => (
              <input
                id={id}
                aria-describedby={describedBy}
                type="number"
                min={0}
                max={most}
                step={step}
                value={draft[name]}
                onChange={(event) => onChange({ [name]: event.target.value })}
              />
            )}
          </Field>
        ))}
      </div>
      <label>
        <input
          type="checkbox"
          checked={draft.mirror}
          onChange={(event) => onChange({ mirror: event.target.checked })}
        />{' '}
        {t('training.mirror')}
      </label>
    </details>
  )
}
