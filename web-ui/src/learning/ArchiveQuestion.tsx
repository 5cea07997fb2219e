import { Field } from '../components/Field'
import { useI18n } from '../i18n/I18n'
import type { QuestionDraft } from './seriesQuestion'

const TEXTS = [
  { name: 'modality', label: 'worklist.modality' },
  { name: 'seriesDescription', label: 'import.seriesDescription', hint: 'import.seriesDescription.hint' },
  { name: 'bodyPart', label: 'import.bodyPart', hint: 'import.bodyPart.hint' },
  { name: 'device', label: 'import.device', hint: 'import.device.hint' },
  { name: 'label', label: 'import.label', hint: 'import.label.hint' },
] as const

interface Props {
  readonly draft: QuestionDraft
  readonly onChange: (changes: Partial<QuestionDraft>) => void
}

/** What series of the archive are found by. */
export function ArchiveQuestion({ draft, onChange }: Props) {
  const { t } = useI18n()
  return (
    <>
      {TEXTS.map(({ name, label, ...rest }) => (
        <Field key={name} label={t(label)} {...('hint' in rest && { hint: t(rest.hint) })}>
          {(id, describedBy) => (
            <input id={id} aria-describedby={describedBy} value={draft[name]} onChange={(event) => onChange({ [name]: event.target.value })} />
          )}
        </Field>
      ))}
      <Field label={t('import.review')}>
        {(id) => (
          <select id={id} value={draft.review} onChange={(event) => onChange({ review: event.target.value })}>
            <option value="">{t('import.review.any')}</option>
            <option value="ACCEPTED">{t('import.review.ACCEPTED')}</option>
            <option value="RECEIVED">{t('import.review.RECEIVED')}</option>
          </select>
        )}
      </Field>
    </>
  )
}
