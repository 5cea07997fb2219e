import { useState, type FormEvent } from 'react'
import { lookUpPseudonyms } from '../api/lookUpPseudonyms'
import type { Original } from '../api/types'
import { Field } from '../components/Field'
import { useAction } from '../components/useAction'
import { useI18n } from '../i18n/I18n'

/** Reads pseudonyms back, for a reason. What was read stays on the page only until it is left. */
export function LookupPanel() {
  const { t } = useI18n()
  const [pseudonyms, setPseudonyms] = useState('')
  const [reason, setReason] = useState('')
  const [found, setFound] = useState<readonly Original[]>([])
  const words = pseudonyms.split(/[\s,]+/).filter((word) => word !== '')
  const lookUp = useAction(() => lookUpPseudonyms(words, reason.trim()), {
    refresh: [],
    onSuccess: (page) => setFound(page?.items ?? []),
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    lookUp.mutate(undefined)
  }
  return (
    <form className="card form" onSubmit={submit}>
      <h2>{t('crosswalk.lookup')}</h2>
      <Field label={t('crosswalk.pseudonyms')}>
        {(id) => (
          <textarea id={id} rows={3} value={pseudonyms} onChange={(event) => setPseudonyms(event.target.value)} />
        )}
      </Field>
      <Field label={t('review.reason')} hint={t('crosswalk.reason.hint')}>
        {(id) => <input id={id} value={reason} onChange={(event) => setReason(event.target.value)} />}
      </Field>
      <button type="submit" disabled={lookUp.isPending || words.length === 0 || reason.trim() === ''}>
        {t('crosswalk.lookup')}
      </button>
      <dl className="spec-list">
        {found.map((one) => (
          <div key={one.pseudonym}>
            <dt>{one.pseudonym}</dt>
            <dd>{one.original ?? t('crosswalk.unknown')}</dd>
          </div>
        ))}
      </dl>
    </form>
  )
}
