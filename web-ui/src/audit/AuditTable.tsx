import type { AuditEvent } from '../api/types'
import { StateChip } from '../components/StateChip'
import { Table } from '../components/Table'
import { useI18n } from '../i18n/I18n'

export function AuditTable({ events }: { readonly events: readonly AuditEvent[] }) {
  const { t, format } = useI18n()
  return (
    <Table
      className="audit"
      heads={[{ numeric: '#' }, t('column.time'), t('audit.actor'), t('audit.action'), t('audit.object'), t('column.origin'), t('audit.outcome')]}
      items={events}
    >
      {(event) => (
        <tr key={event.sequence}>
          <td className="numeric">{event.sequence}</td>
          <td>
            {format.dateTime(event.at)}
            <span className="secondary">{format.time(event.at)}</span>
          </td>
          <td>{event.actor}</td>
          <td>
            <code>{event.action}</code>
          </td>
          <td>
            {event.objectType}
            <span className="secondary uid">{event.objectId}</span>
          </td>
          <td>{event.origin}</td>
          <td>
            <StateChip state={event.outcome} />
          </td>
        </tr>
      )}
    </Table>
  )
}
