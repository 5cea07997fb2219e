import { useQuery } from '@tanstack/react-query'
import { listModels } from '../api/listModels'
import { Field } from '../components/Field'
import { useI18n } from '../i18n/I18n'
import type { TrainingDraft } from './trainingSpec'

interface Props {
  readonly draft: TrainingDraft
  readonly onChange: (changes: Partial<TrainingDraft>) => void
}

/** A start from the weights of an earlier model, of which layers may stay as they are. */
export function TransferFields({ draft, onChange }: Props) {
  const { t } = useI18n()
  const models = useQuery({ queryKey: ['models'], queryFn: listModels })
  const versions = models.data?.items.flatMap(({ versions: all }) => all) ?? []
  return (
    <details>
      <summary>{t('training.transfer')}</summary>
      <Field label={t('training.from')} hint={t('training.from.hint')}>
        {(id, describedBy) => (
          <select
            id={id}
            aria-describedby={describedBy}
            value={draft.from}
            onChange={(event) => onChange({ from: event.target.value })}
          >
            <option value="">{t('training.from.random')}</option>
            {versions.map((version) => (
              <option key={version.id} value={version.id}>{`${version.modelName} v${version.version}`}</option>
            ))}
          </select>
        )}
      </Field>
      <Field label={t('training.frozen')} hint={t('training.frozen.hint')}>
        {(id, describedBy) => (
          <input
            id={id}
            aria-describedby={describedBy}
            value={draft.frozen}
            disabled={draft.from === ''}
            onChange={(event) => onChange({ frozen: event.target.value })}
          />
        )}
      </Field>
    </details>
  )
}
