import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { createProfileVersion } from '../api/createProfileVersion'
import { getProfile } from '../api/getProfile'
import { getProfileDefinition } from '../api/getProfileDefinition'
import type { Profile } from '../api/types'
import { PageHeading } from '../components/PageHeading'
import { QueryView } from '../components/QueryView'
import { useAction } from '../components/useAction'
import { useI18n } from '../i18n/I18n'
import { ProfileChanges } from './ProfileChanges'
import { ProfileEditor } from './ProfileEditor'
import { ProfileTrialPanel } from './ProfileTrialPanel'
import { ProfileVersionCard } from './ProfileVersionCard'

export function ProfilePage({ name }: { readonly name: string }) {
  const profile = useQuery({ queryKey: ['profiles', name], queryFn: () => getProfile(name) })
  return (
    <section className="page">
      <QueryView query={profile}>{(data) => <ProfileDetails profile={data} />}</QueryView>
    </section>
  )
}

function ProfileDetails({ profile }: { readonly profile: Profile }) {
  const { t } = useI18n()
  const newest = profile.versions[0]?.version ?? 1
  const [shown, setShown] = useState(newest)
  const definition = useQuery({
    queryKey: ['profile-definition', profile.name, shown],
    queryFn: () => getProfileDefinition(profile.name, shown),
    staleTime: Infinity,
  })
  return (
    <>
      <PageHeading
        title={profile.name}
        hint={profile.usedVersion === undefined ? t('profiles.none') : t('profiles.used', { version: profile.usedVersion })}
      />
      <div className="two-columns">
        <div>
          <QueryView query={definition}>
            {(text) => <Definition key={shown} profile={profile} version={shown} text={text} onSaved={setShown} />}
          </QueryView>
          <ProfileTrialPanel key={`trial ${shown}`} name={profile.name} version={shown} />
        </div>
        <div>
          <h2>{t('profiles.versions')}</h2>
          <ul className="card-list">
            {profile.versions.map((version) => (
              <ProfileVersionCard key={version.version} version={version} onOpen={() => setShown(version.version)} />
            ))}
          </ul>
          {shown > 1 && <ProfileChanges name={profile.name} from={shown - 1} to={shown} />}
        </div>
      </div>
    </>
  )
}

interface DefinitionProps {
  readonly profile: Profile
  readonly version: number
  readonly text: string
  readonly onSaved: (version: number) => void
}

function Definition({ profile, version, text, onSaved }: DefinitionProps) {
  const { t } = useI18n()
  const [edited, setEdited] = useState(text)
  const save = useAction((definition: unknown) => createProfileVersion(profile.name, definition), {
    refresh: ['profiles'],
    done: t('profiles.created'),
    onSuccess: (added) => added !== undefined && onSaved(added.version),
  })
  const file = `data:application/json;charset=utf-8,${encodeURIComponent(text)}`
  return (
    <>
      {profile.builtIn ? (
        <pre className="card">{text}</pre>
      ) : (
        <ProfileEditor text={edited} onChange={setEdited} isBusy={save.isPending} onSave={save.mutate} />
      )}
      <p>
        <a className="button" href={file} download={`${profile.name}-v${version}.json`}>
          {t('profiles.export')}
        </a>
      </p>
    </>
  )
}
