import { useState, type FormEvent } from 'react'
import { saveDestination, type DestinationDraft } from '../api/saveDestination'
import type { Destination } from '../api/types'
import { Dialog } from '../components/Dialog'
import { Field } from '../components/Field'
import { useAction } from '../components/useAction'
import { useI18n } from '../i18n/I18n'
import { isAeTitle } from './aeTitle'

interface Props {
  readonly destination: Destination | undefined
  readonly onClose: () => void
}

const EMPTY: DestinationDraft = { name: '', aeTitle: '', host: '', port: 104, enabled: true, queryRetrieve: false }
const TEXTS = [
  { name: 'name', label: 'column.name' },
  { name: 'aeTitle', label: 'column.aeTitle' },
  { name: 'host', label: 'destinations.host' },
] as const

export function DestinationDialog({ destination, onClose }: Props) {
  const { t } = useI18n()
  const [draft, setDraft] = useState<DestinationDraft>(destination ?? EMPTY)
  const save = useAction((value: DestinationDraft) => saveDestination(value, destination?.id), {
    refresh: ['destinations'],
    done: t('destinations.saved'),
    onSuccess: onClose,
  })
  const isValid =
    isAeTitle(draft.aeTitle) && draft.name !== '' && draft.host !== '' && draft.port >= 1 && draft.port <= 65_535
  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    save.mutate(draft)
  }
  return (
    <Dialog title={t(destination === undefined ? 'destinations.create' : 'destinations.edit')} onClose={onClose}>
      <form onSubmit={onSubmit}>
        {TEXTS.map(({ name, label }) => (
          <Field key={name} label={t(label)}>
            {(id) => (
              <input
                id={id}
                required
                maxLength={name === 'aeTitle' ? 16 : 200}
                value={draft[name]}
                onChange={(event) => setDraft({ ...draft, [name]: event.target.value })}
              />
            )}
          </Field>
        ))}
        <Field label={t('destinations.port')}>
          {(id) => (
            <input
              id={id}
              type="number"
              min={1}
              max={65_535}
              value={draft.port}
              onChange={(event) => setDraft({ ...draft, port: Number(event.target.value) })}
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
