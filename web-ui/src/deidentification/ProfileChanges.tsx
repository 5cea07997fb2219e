import { useQuery } from '@tanstack/react-query'
import { compareProfileVersions } from '../api/compareProfileVersions'
import { QueryView } from '../components/QueryView'
import { Table } from '../components/Table'
import { useI18n } from '../i18n/I18n'

interface Props {
  readonly name: string
  readonly from: number
  readonly to: number
}

/** What a version decides otherwise than the one before. */
export function ProfileChanges({ name, from, to }: Props) {
  const { t } = useI18n()
  const changes = useQuery({
    queryKey: ['profile-changes', name, from, to],
    queryFn: () => compareProfileVersions(name, from, to),
    staleTime: Infinity,
  })
  return (
    <>
      <h2>{t('profiles.compare', { version: from })}</h2>
      <QueryView query={changes}>
        {({ items }) =>
          items.length === 0 ? (
            <p className="muted">{t('profiles.noChange')}</p>
          ) : (
            <Table heads={[t('column.attribute'), t('deid.before'), t('deid.after')]} items={items}>
              {(change) => (
                <tr key={change.subject}>
                  <td>{change.subject}</td>
                  <td>{change.before ?? '–'}</td>
                  <td>{change.after ?? '–'}</td>
                </tr>
              )}
            </Table>
          )
        }
      </QueryView>
    </>
  )
}
