import { useState } from 'react'
import { tryProfile } from '../api/tryProfile'
import type { ProfileTrial } from '../api/types'
import { Field } from '../components/Field'
import { useAction } from '../components/useAction'
import { Table } from '../components/Table'
import { useI18n } from '../i18n/I18n'

interface Props {
  readonly name: string
  readonly version: number
}

/** Shows what a version would do to a file of the user's; the platform stores nothing of it. */
export function ProfileTrialPanel({ name, version }: Props) {
  const { t } = useI18n()
  const [trial, setTrial] = useState<ProfileTrial>()
  const run = useAction((file: File) => tryProfile(name, version, file), { refresh: [], onSuccess: setTrial })
  return (
    <div className="card">
      <h2>{t('profiles.trial')}</h2>
      <Field label={t('import.file')} hint={t('profiles.trial.hint', { version })}>
        {(id) => (
          <input
            id={id}
            type="file"
            disabled={run.isPending}
            onChange={(event) => {
              const file = event.target.files?.[0]
              if (file !== undefined) {
                run.mutate(file)
              }
            }}
          />
        )}
      </Field>
      {trial?.refused !== undefined && <p className="cause">{t('profiles.refused', { reason: trial.refused })}</p>}
      {trial !== undefined && trial.actions.length > 0 && (
        <Table heads={[t('column.attribute'), t('column.action')]} items={trial.actions}>
          {(action, index) => (
            <tr key={`${action.path} ${index}`}>
              <td>
                {action.name || action.path}
                <span className="secondary">{action.path}</span>
              </td>
              <td>{action.action}</td>
            </tr>
          )}
        </Table>
      )}
    </div>
  )
}
