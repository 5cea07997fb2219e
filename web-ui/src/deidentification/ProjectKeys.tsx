import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { listProjectKeys } from '../api/listProjectKeys'
import { rotateProjectKey } from '../api/rotateProjectKey'
import type { ProjectKey } from '../api/types'
import { QueryView } from '../components/QueryView'
import { ReasonDialog } from '../components/ReasonDialog'
import { useAction } from '../components/useAction'
import { useI18n } from '../i18n/I18n'

/** Which version of its key each project has, and its change. */
export function ProjectKeys() {
  const { t } = useI18n()
  const keys = useQuery({ queryKey: ['project-keys'], queryFn: listProjectKeys })
  return (
    <>
      <h2>{t('keys.title')}</h2>
      <p className="muted">{t('keys.hint')}</p>
      <QueryView query={keys}>
        {({ items }) => (
          <ul className="card-list">
            {items.map((key) => (
              <KeyCard key={key.project} projectKey={key} />
            ))}
          </ul>
        )}
      </QueryView>
    </>
  )
}

function KeyCard({ projectKey }: { readonly projectKey: ProjectKey }) {
  const { t, format } = useI18n()
  const [isAsking, setAsking] = useState(false)
  const { project, version, rotatedAt, rotatedBy, profiles, series, olderSeries } = projectKey
  const rotate = useAction((reason: string) => rotateProjectKey(project, reason), {
    refresh: ['project-keys'],
    done: t('keys.rotated'),
  })
  return (
    <li className="card" data-testid="project-key">
      <strong>{project}</strong>
      <span className="muted">
        {t('keys.version', { version })}
        {rotatedAt !== undefined && ` · ${rotatedBy ?? ''} · ${format.dateTime(rotatedAt)}`}
        {profiles.length > 0 && ` · ${profiles.join(', ')}`}
        {` · ${t('keys.series', { series, older: olderSeries })}`}
      </span>
      <button type="button" disabled={rotate.isPending} onClick={() => setAsking(true)}>
        {t('keys.rotate')}
      </button>
      {isAsking && (
        <ReasonDialog
          title={`${t('keys.rotate')}: ${project}`}
          hint={t('keys.rotate.hint')}
          action={t('keys.rotate')}
          onClose={() => setAsking(false)}
          onSubmit={(reason) => {
            setAsking(false)
            rotate.mutate(reason)
          }}
        />
      )}
    </li>
  )
}
