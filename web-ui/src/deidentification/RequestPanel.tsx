import { useQuery } from '@tanstack/react-query'
import { useState, type FormEvent } from 'react'
import { listDeidentificationRequests } from '../api/listDeidentificationRequests'
import { listProfiles } from '../api/listProfiles'
import { requestDeidentification } from '../api/requestDeidentification'
import { Field } from '../components/Field'
import { StateChip } from '../components/StateChip'
import { useAction } from '../components/useAction'
import { useI18n } from '../i18n/I18n'

/** Asks for a study to be de-identified again, and shows what became of earlier requests. */
export function RequestPanel({ studyId }: { readonly studyId: string }) {
  const { t, format } = useI18n()
  const [profile, setProfile] = useState('basic')
  const profiles = useQuery({ queryKey: ['profiles'], queryFn: listProfiles })
  const requests = useQuery({
    queryKey: ['study-deidentification', studyId, 'requests'],
    queryFn: () => listDeidentificationRequests(studyId),
  })
  const request = useAction(() => requestDeidentification(studyId, profile), {
    refresh: ['study-deidentification'],
    done: t('deid.requested'),
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    request.mutate(undefined)
  }
  const usable = (profiles.data?.items ?? []).filter((one) => one.usedVersion !== undefined)
  return (
    <form className="card form" onSubmit={submit}>
      <h2>{t('deid.again')}</h2>
      <p className="muted">{t('deid.again.hint')}</p>
      <Field label={t('column.profile')}>
        {(id) => (
          <select id={id} value={profile} onChange={(event) => setProfile(event.target.value)}>
            {usable.map((one) => (
              <option key={one.name} value={one.name}>
                {one.name} v{one.usedVersion}
              </option>
            ))}
          </select>
        )}
      </Field>
      <button type="submit" disabled={request.isPending || usable.length === 0}>
        {t('deid.again')}
      </button>
      {(requests.data?.items ?? []).map((one) => (
        <p key={one.id}>
          <StateChip state={one.state} /> {one.profile} · {one.requestedBy} · {format.dateTime(one.requestedAt)}
          {one.cause !== undefined && <span className="reason"> {one.cause}</span>}
        </p>
      ))}
    </form>
  )
}
