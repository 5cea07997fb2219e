import type { AuditEvent } from '../api/types'
import { StateChip } from '../components/StateChip'
import { useI18n } from '../i18n/I18n'

export function AuditTable({ events }: { readonly events: readonly AuditEvent[] }) {
  const { t, format } = useI18n()
  return (
    <div className="table-frame">
      <table className="audit">
        <thead>
          <tr>
            <th scope="col" className="numeric">
              #
            </th>
            <th scope="col">{t('column.time')}</th>
            <th scope="col">{t('audit.actor')}</th>
            <th scope="col">{t('audit.action')}</th>
            <th scope="col">{t('audit.object')}</th>
            <th scope="col">{t('column.origin')}</th>
            <th scope="col">{t('audit.outcome')}</th>
          </tr>
        </thead>
        <tbody>
          {events.map((event) => (
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
          ))}
        </tbody>
      </table>
    </div>
  )
}
