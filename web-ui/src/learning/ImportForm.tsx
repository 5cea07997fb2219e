import { useState, type FormEvent } from 'react'
import { importFromArchive } from '../api/importFromArchive'
import type { ImportFormat } from '../api/types'
import { uploadDataset } from '../api/uploadDataset'
import { Field } from '../components/Field'
import { ProgressBar } from '../components/ProgressBar'
import { useAction } from '../components/useAction'
import { useI18n } from '../i18n/I18n'
import { ArchiveQuestion } from './ArchiveQuestion'
import { EMPTY_QUESTION, toSelection, type QuestionDraft } from './seriesQuestion'

const FORMATS: readonly ImportFormat[] = ['NIFTI', 'IMAGE_FOLDER', 'NPZ', 'ARCHIVE']

interface Draft {
  readonly name: string
  readonly format: ImportFormat
  readonly file: File | undefined
  readonly labels: string
  readonly split: string
  readonly profile: string
  readonly question: QuestionDraft
}

const EMPTY: Draft = {
  name: '',
  format: 'NIFTI',
  file: undefined,
  labels: '',
  split: '70/15/15',
  profile: 'basic',
  question: EMPTY_QUESTION,
}

export function ImportForm() {
  const { t } = useI18n()
  const [draft, setDraft] = useState<Draft>(EMPTY)
  const [sent, setSent] = useState<number>()
  const start = useAction(() => submit(draft, setSent), {
    refresh: ['dataset-imports', 'datasets'],
    done: t('import.started'),
    onSuccess: () => setDraft({ ...EMPTY, format: draft.format }),
  })
  const isComplete = draft.name.trim() !== '' && (draft.format === 'ARCHIVE' || draft.file !== undefined)
  const text = (name: Exclude<keyof Draft, 'format' | 'file' | 'question'>) => (id: string) => (
    <input id={id} value={draft[name]} onChange={(event) => setDraft({ ...draft, [name]: event.target.value })} />
  )
  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    start.mutate(undefined, { onSettled: () => setSent(undefined) })
  }
  return (
    <form className="card form" onSubmit={onSubmit} aria-label={t('import.title')}>
      <h2>{t('import.title')}</h2>
      <Field label={t('import.name')}>{text('name')}</Field>
      <Field label={t('import.format')} hint={t(`import.format.${draft.format}.hint`)}>
        {(id, describedBy) => (
          <select
            id={id}
            aria-describedby={describedBy}
            value={draft.format}
            onChange={(event) => setDraft({ ...draft, format: event.target.value as ImportFormat })}
          >
            {FORMATS.map((format) => (
              <option key={format} value={format}>
                {t(`import.format.${format}`)}
              </option>
            ))}
          </select>
        )}
      </Field>
      {draft.format === 'ARCHIVE' ? (
        <>
          <ArchiveQuestion
            draft={draft.question}
            onChange={(changes) => setDraft({ ...draft, question: { ...draft.question, ...changes } })}
          />
          <Field label={t('column.profile')} hint={t('import.profile.hint')}>
            {text('profile')}
          </Field>
        </>
      ) : (
        <>
          <Field label={t('import.file')}>
            {(id) => (
              <input
                id={id}
                type="file"
                accept=".zip,.npz,.gz,.tgz,.tar"
                onChange={(event) => setDraft({ ...draft, file: event.target.files?.[0] })}
              />
            )}
          </Field>
        </>
      )}
      <Field label={t('import.labels')} hint={t('import.labels.hint')}>
        {text('labels')}
      </Field>
      <Field label={t('import.split')} hint={t('import.split.hint')}>
        {text('split')}
      </Field>
      {sent !== undefined && <ProgressBar label={t('import.uploading')} fraction={sent} />}
      <button type="submit" className="primary" disabled={!isComplete || start.isPending}>
        {t('import.start')}
      </button>
    </form>
  )
}

async function submit(draft: Draft, onProgress: (fraction: number) => void): Promise<void> {
  if (draft.format === 'ARCHIVE') {
    const { labels, split, profile } = draft
    await importFromArchive({ name: draft.name.trim(), labels, split, profile }, toSelection(draft.question))
  } else if (draft.file !== undefined) {
    const { format, file, labels, split } = draft
    await uploadDataset({ name: draft.name.trim(), format, file, labels, split }, onProgress)
  }
}
