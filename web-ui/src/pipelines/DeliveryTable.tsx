import type { Delivery } from '../api/types'
import { StateChip } from '../components/StateChip'
import { Table } from '../components/Table'
import { useI18n } from '../i18n/I18n'

export function DeliveryTable({ deliveries }: { readonly deliveries: readonly Delivery[] }) {
  const { t, format } = useI18n()
  if (deliveries.length === 0) {
    return null
  }
  return (
    <>
      <h2>{t('runs.deliveries')}</h2>
      <Table
        heads={[t('column.state'), t('column.destination'), t('column.instance'), { numeric: t('column.attempts') }, t('column.finished'), t('column.cause')]}
        items={deliveries}
      >
        {(delivery) => (
          <tr key={`${delivery.destination} ${delivery.sopInstanceUid}`}>
            <td>
              <StateChip state={delivery.state} />
            </td>
            <td>{delivery.destination}</td>
            <td>
              <code>{delivery.sopInstanceUid}</code>
            </td>
            <td className="numeric">{delivery.attempts}</td>
            <td>{format.dateTime(delivery.deliveredAt)}</td>
            <td>{delivery.lastError}</td>
          </tr>
        )}
      </Table>
    </>
  )
}
