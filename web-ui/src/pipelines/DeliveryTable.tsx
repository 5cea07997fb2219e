import type { Delivery } from '../api/types'
import { StateChip } from '../components/StateChip'
import { useI18n } from '../i18n/I18n'

export function DeliveryTable({ deliveries }: { readonly deliveries: readonly Delivery[] }) {
  const { t, format } = useI18n()
  if (deliveries.length === 0) {
    return null
  }
  return (
    <>
      <h2>{t('runs.deliveries')}</h2>
      <div className="table-frame">
        <table>
          <thead>
            <tr>
              <th scope="col">{t('column.state')}</th>
              <th scope="col">{t('column.destination')}</th>
              <th scope="col">{t('column.instance')}</th>
              <th scope="col" className="numeric">
                {t('column.attempts')}
              </th>
              <th scope="col">{t('column.finished')}</th>
              <th scope="col">{t('column.cause')}</th>
            </tr>
          </thead>
          <tbody>
            {deliveries.map((delivery) => (
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
            ))}
          </tbody>
        </table>
      </div>
    </>
  )
}
