import { useState, type FormEvent, type ReactNode } from 'react'
import { importModel } from '../api/importModel'
import { Field } from '../components/Field'
import { useAction } from '../components/useAction'
import { useI18n } from '../i18n/I18n'
import { EMPTY_DRAFT, isComplete, toManifest, type ModelDraft } from './modelManifest'

type TextField = 'name' | 'origin' | 'labels' | 'patchSize' | 'spacing'

/** An ONNX model that was trained elsewhere, and what the platform has to know of it. */
export function ModelImportForm() {
  const { t } = useI18n()
  const [draft, setDraft] = useState<ModelDraft>(EMPTY_DRAFT)
  const [file, setFile] = useState<File>()
  const start = useAction((onnx: File) => importModel(onnx, toManifest(draft)), {
    refresh: ['model-imports'],
    done: t('modelImport.started'),
    onSuccess: () => setDraft(EMPTY_DRAFT),
  })
  const set = (change: Partial<ModelDraft>) => setDraft({ ...draft, ...change })
  const text = (name: TextField) => (id: string, describedBy: string | undefined) => (
    <input id={id} aria-describedby={describedBy} value={draft[name]} onChange={(event) => set({ [name]: event.target.value })} />
  )
  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    if (file !== undefined) {
      start.mutate(file)
    }
  }
  return (
    <form className="card form" onSubmit={onSubmit} aria-label={t('modelImport.title')}>
      <h2>{t('modelImport.title')}</h2>
      <Field label={t('modelImport.file')}>
        {(id) => <input id={id} type="file" accept=".onnx" onChange={(event) => setFile(event.target.files?.[0])} />}
      </Field>
      <Field label={t('import.name')}>{text('name')}</Field>
      <Field label={t('modelImport.origin')} hint={t('modelImport.origin.hint')}>
        {text('origin')}
      </Field>
      <Choice label={t('modelImport.task')} value={draft.task} onChange={(task) => set({ task })}>
        {{ SEGMENTATION: t('task.SEGMENTATION'), CLASSIFICATION: t('task.CLASSIFICATION'), MULTI_LABEL_CLASSIFICATION: t('task.MULTI_LABEL_CLASSIFICATION') }}
      </Choice>
      <Field label={t('import.labels')} hint={t('modelImport.labels.hint')}>
        {text('labels')}
      </Field>
      <Choice label={t('modelImport.activation')} value={draft.activation} onChange={(activation) => set({ activation })}>
        {{ LOGITS: t('modelImport.activation.LOGITS'), PROBABILITIES: t('modelImport.activation.PROBABILITIES') }}
      </Choice>
      <Choice label={t('modelImport.mode')} value={draft.mode} onChange={(mode) => set({ mode })}>
        {{ WHOLE: t('modelImport.mode.WHOLE'), SLICE_WISE: t('modelImport.mode.SLICE_WISE'), SLIDING_WINDOW: t('modelImport.mode.SLIDING_WINDOW') }}
      </Choice>
      {draft.mode === 'SLIDING_WINDOW' && <Field label={t('modelImport.patchSize')}>{text('patchSize')}</Field>}
      <Field label={t('modelImport.spacing')} hint={t('modelImport.spacing.hint')}>
        {text('spacing')}
      </Field>
      <Choice label={t('modelImport.normalization')} value={draft.normalization} onChange={(normalization) => set({ normalization })}>
        {{ 'z-score': t('modelImport.normalization.zScore'), 'min-max': t('modelImport.normalization.minMax'), none: t('modelImport.normalization.none') }}
      </Choice>
      <Field label={t('card.INTENDED_USE')}>
        {(id) => <textarea id={id} rows={2} value={draft.intendedUse} onChange={(event) => set({ intendedUse: event.target.value })} />}
      </Field>
      <button type="submit" className="primary" disabled={file === undefined || !isComplete(draft) || start.isPending}>
        {t('modelImport.start')}
      </button>
    </form>
  )
}

interface ChoiceProps<V extends string> {
  readonly label: string
  readonly value: V
  readonly onChange: (value: V) => void
  /** Each value with its name. */
  readonly children: Readonly<Record<V, ReactNode>>
}

function Choice<V extends string>({ label, value, onChange, children }: ChoiceProps<V>) {
  return (
    <Field label={label}>
      {(id) => (
        <select id={id} value={value} onChange={(event) => onChange(event.target.value as V)}>
          {(Object.keys(children) as V[]).map((each) => (
            <option key={each} value={each}>
              {children[each]}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}
