import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { createProfileVersion } from '../api/createProfileVersion'
import { listProfiles } from '../api/listProfiles'
import { href } from '../app/router'
import { Field } from '../components/Field'
import { PageHeading } from '../components/PageHeading'
import { QueryView } from '../components/QueryView'
import { useAction } from '../components/useAction'
import { useI18n } from '../i18n/I18n'
import { NEW_PROFILE } from './newProfile'
import { ProfileEditor } from './ProfileEditor'
import { ProjectKeys } from './ProjectKeys'

export function ProfilesPage() {
  const { t } = useI18n()
  const [isCreating, setCreating] = useState(false)
  const profiles = useQuery({ queryKey: ['profiles'], queryFn: listProfiles })
  return (
    <section className="page">
      <PageHeading title={t('profiles.title')} hint={t('profiles.hint')}>
        <button type="button" className="primary" onClick={() => setCreating((before) => !before)}>
          {t('profiles.create')}
        </button>
      </PageHeading>
      {isCreating && <NewProfile onDone={() => setCreating(false)} />}
      <QueryView query={profiles}>
        {({ items }) => (
          <ul className="card-list">
            {items.map((profile) => (
              <li key={profile.name} className="card">
                <a href={href('profiles', profile.name)}>
                  <strong>{profile.name}</strong>
                </a>
                <span className="muted">
                  {profile.usedVersion === undefined
                    ? t('profiles.none')
                    : t('profiles.used', { version: profile.usedVersion })}
                  {profile.builtIn && ` · ${t('profiles.builtIn')}`}
                </span>
              </li>
            ))}
          </ul>
        )}
      </QueryView>
      <ProjectKeys />
    </section>
  )
}

function NewProfile({ onDone }: { readonly onDone: () => void }) {
  const { t } = useI18n()
  const [name, setName] = useState('')
  const [text, setText] = useState(NEW_PROFILE)
  const save = useAction((definition: unknown) => createProfileVersion(name.trim(), definition), {
    refresh: ['profiles'],
    done: t('profiles.created'),
    onSuccess: onDone,
  })
  return (
    <div className="card">
      <Field label={t('profiles.name')}>
        {(id) => <input id={id} value={name} onChange={(event) => setName(event.target.value)} />}
      </Field>
      <ProfileEditor text={text} onChange={setText} isBusy={save.isPending || name.trim() === ''} onSave={save.mutate} />
    </div>
  )
}
