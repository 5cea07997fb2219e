import { useQuery } from '@tanstack/react-query'
import { listStudyDeidentification } from '../api/listStudyDeidentification'
import type { StudyRecord } from '../api/types'
import { href } from '../app/router'
import { useHasRole } from '../app/Session'
import { EmptyState } from '../components/EmptyState'
import { PageHeading } from '../components/PageHeading'
import { QueryView } from '../components/QueryView'
import { StateChip } from '../components/StateChip'
import { Table } from '../components/Table'
import { useI18n } from '../i18n/I18n'
import { RequestPanel } from './RequestPanel'

/** What was done to a study, by version of the profile. */
export function StudyDeidentificationPage({ studyId }: { readonly studyId: string }) {
  const { t } = useI18n()
  const isAdministrator = useHasRole('admin')
  const records = useQuery({
    queryKey: ['study-deidentification', studyId],
    queryFn: () => listStudyDeidentification(studyId),
  })
  return (
    <section className="page">
      <PageHeading title={t('deid.title')} hint={t('deid.hint')} />
      {isAdministrator && <RequestPanel studyId={studyId} />}
      <QueryView query={records}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState title={t('deid.empty')} hint={t('deid.empty.hint')} />
          ) : (
            items.map((record) => <ProfileRecord key={`${record.profile} ${record.profileVersion}`} record={record} />)
          )
        }
      </QueryView>
    </section>
  )
}

function ProfileRecord({ record }: { readonly record: StudyRecord }) {
  const { t, format } = useI18n()
  return (
    <article className="card">
      <header className="row">
        <strong>
          {record.profile} v{record.profileVersion}
        </strong>
        <StateChip state={record.state} />
        <span className="muted">
          {Object.entries(record.actions)
            .map(([action, times]) => `${action} ${times}`)
            .join(' · ')}
        </span>
      </header>
      <Table
        heads={[t('column.state'), t('column.series'), { numeric: t('column.instances') }, { numeric: t('column.refused') }, { numeric: t('deid.regions') }, t('column.finished'), '']}
        items={record.series}
      >
        {(series) => (
          <tr key={series.id} data-testid="series-record">
            <td>
              <StateChip state={series.state} />
              {series.cause !== undefined && <p className="reason">{series.cause}</p>}
            </td>
            <td>{series.modality}</td>
            <td className="numeric">{series.instances}</td>
            <td className="numeric">{series.refused}</td>
            <td className="numeric">{series.regions}</td>
            <td>{format.dateTime(series.finishedAt)}</td>
            <td className="row-actions">
              <a href={href('deidentification-records', series.id)}>{t('deid.record')}</a>
            </td>
          </tr>
        )}
      </Table>
    </article>
  )
}
