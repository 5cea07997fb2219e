import { useQuery } from '@tanstack/react-query'
import { getDeidentificationRecord } from '../api/getDeidentificationRecord'
import type { DeidentificationRecord } from '../api/types'
import { href } from '../app/router'
import { useHasRole } from '../app/Session'
import { PageHeading } from '../components/PageHeading'
import { QueryView } from '../components/QueryView'
import { StateChip } from '../components/StateChip'
import { Table } from '../components/Table'
import { useI18n } from '../i18n/I18n'
import { FacePicture } from './FacePicture'
import { InstanceTable } from './InstanceTable'

/** The evidence of what a version of a profile did to a series. */
export function RecordPage({ id }: { readonly id: string }) {
  const record = useQuery({ queryKey: ['deidentification-record', id], queryFn: () => getDeidentificationRecord(id) })
  return (
    <section className="page">
      <QueryView query={record}>{(data) => <RecordDetails record={data} />}</QueryView>
    </section>
  )
}

function RecordDetails({ record }: { readonly record: DeidentificationRecord }) {
  const { t, format } = useI18n()
  const isAdministrator = useHasRole('admin')
  const facts: readonly (readonly [string, string | undefined])[] = [
    [t('deid.hash'), record.profileHash],
    [t('deid.key'), `${record.project} · ${t('keys.version', { version: record.keyVersion })} · ${record.keyId}`],
    [t('deid.software'), record.software],
    [t('column.started'), format.dateTime(record.startedAt)],
    [t('column.finished'), format.dateTime(record.finishedAt)],
    [t('column.cause'), record.cause],
  ]
  return (
    <>
      <PageHeading title={`${record.profile} v${record.profileVersion} · ${record.modality}`} hint={t('deid.fingerprints')}>
        <StateChip state={record.state} />
        <a className="button" href={href('deidentification', record.studyId)}>
          {t('deid.title')}
        </a>
        {record.runId !== undefined && (
          <a className="button" href={href('runs', record.runId)}>
            {t('deid.run')}
          </a>
        )}
        {record.supersededBy !== undefined && (
          <a className="button" href={href('deidentification-records', record.supersededBy)}>
            {t('deid.supersededBy')}
          </a>
        )}
      </PageHeading>
      <dl className="spec-list">
        {facts
          .filter(([, value]) => value !== undefined && value !== '')
          .map(([label, value]) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
      </dl>
      {isAdministrator && record.facePicture && <FacePicture recordId={record.id} />}
      <h2>{t('deid.attributes')}</h2>
      <AttributeTable record={record} />
      <h2>{t('deid.instances')}</h2>
      <InstanceTable recordId={record.id} />
    </>
  )
}

function AttributeTable({ record }: { readonly record: DeidentificationRecord }) {
  const { t } = useI18n()
  return (
    <Table heads={[t('column.attribute'), t('column.action'), { numeric: t('column.instances') }, t('deid.before'), t('deid.after')]} items={record.attributes}>
      {(attribute) => (
        <tr key={`${attribute.path} ${attribute.action}`}>
          <td>
            {attribute.name || attribute.path}
            <span className="secondary">{attribute.path}</span>
          </td>
          <td>{attribute.action}</td>
          <td className="numeric">{attribute.instances}</td>
          <td>
            <code>{attribute.before ?? '–'}</code>
          </td>
          <td>
            <code>{attribute.after ?? '–'}</code>
          </td>
        </tr>
      )}
    </Table>
  )
}
