import { useState, type FormEvent } from 'react'
import { saveSource, type SourceDraft } from '../api/saveSource'
import type { Source } from '../api/types'
import { Dialog } from '../components/Dialog'
import { Field } from '../components/Field'
import { useAction } from '../components/useAction'
import { useI18n } from '../i18n/I18n'
import { isAeTitle } from './aeTitle'

interface Props {
  readonly source: Source | undefined
  readonly onClose: () => void
}

const EMPTY: SourceDraft = { aeTitle: '', description: '', kind: 'DIMSE', enabled: true, quietSeconds: 10, queryRetrieve: false }

export function SourceDialog({ source, onClose }: Props) {
  const { t } = useI18n()
  const [draft, setDraft] = useState<SourceDraft>(source ?? EMPTY)
  const save = useAction((value: SourceDraft) => saveSource(value, source?.id), {
    refresh: ['sources'],
    done: t('sources.saved'),
    onSuccess: onClose,
  })
  const isValid = isAeTitle(draft.aeTitle) && draft.quietSeconds >= 1 && draft.quietSeconds <= 86_400
  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    save.mutate(draft)
  }
  return (
    <Dialog title={t(source === undefined ? 'sources.create' : 'sources.edit')} onClose={onClose}>
      <form onSubmit={onSubmit}>
        <Field
          label={t('column.aeTitle')}
          hint={t('sources.aeTitle.hint')}
          error={draft.aeTitle !== '' && !isAeTitle(draft.aeTitle) ? t('sources.aeTitle.invalid') : undefined}
        >
          {(id, describedBy) => (
            <input
              id={id}
              aria-describedby={describedBy}
              required
              maxLength={16}
              value={draft.aeTitle}
              onChange={(event) => setDraft({ ...draft, aeTitle: event.target.value })}
            />
          )}
        </Field>
        <Field label={t('column.description')}>
          {(id) => (
            <input
              id={id}
              value={draft.description ?? ''}
              onChange={(event) => setDraft({ ...draft, description: event.target.value })}
            />
          )}
        </Field>
        <Field label={t('column.kind')}>
          {(id) => (
            <select
              id={id}
              value={draft.kind}
              onChange={(event) => setDraft({ ...draft, kind: event.target.value === 'STOW' ? 'STOW' : 'DIMSE' })}
            >
              <option>DIMSE</option>
              <option>STOW</option>
            </select>
          )}
        </Field>
        <Field label={t('sources.quiet')} hint={t('sources.quiet.hint')}>
          {(id, describedBy) => (
            <input
              id={id}
              aria-describedby={describedBy}
              type="number"
              min={1}
              max={86_400}
              value={draft.quietSeconds}
              onChange={(event) => setDraft({ ...draft, quietSeconds: Number(event.target.value) })}
            />
          )}
        </Field>
        <label className="switch">
          <input
            type="checkbox"
            checked={draft.enabled}
            onChange={(event) => setDraft({ ...draft, enabled: event.target.checked })}
          />
          {t('column.enabled')}
        </label>
        <label className="switch" title={t('sources.queryRetrieve.hint')}>
          <input
            type="checkbox"
            checked={draft.queryRetrieve}
            onChange={(event) => setDraft({ ...draft, queryRetrieve: event.target.checked })}
          />
          {t('column.queryRetrieve')}
        </label>
        <div className="dialog-actions">
          <button type="button" onClick={onClose}>
            {t('action.cancel')}
          </button>
          <button type="submit" className="primary" disabled={!isValid || save.isPending}>
            {t('action.save')}
          </button>
        </div>
      </form>
    </Dialog>
  )
}
