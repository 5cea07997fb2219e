import { useQuery } from '@tanstack/react-query'
import { listDeidentifiedInstances } from '../api/listDeidentifiedInstances'
import { href } from '../app/router'
import { useHasRole } from '../app/Session'
import { QueryView } from '../components/QueryView'
import { StateChip } from '../components/StateChip'
import { Table } from '../components/Table'
import { useI18n } from '../i18n/I18n'

/** The instances of a record, by their pseudonyms. */
export function InstanceTable({ recordId }: { readonly recordId: string }) {
  const { t } = useI18n()
  const mayCompare = useHasRole('admin')
  const instances = useQuery({
    queryKey: ['deidentification-record', recordId, 'instances'],
    queryFn: () => listDeidentifiedInstances(recordId),
  })
  return (
    <QueryView query={instances}>
      {({ items }) => (
        <Table heads={[t('column.state'), t('column.instance'), { numeric: t('deid.actions') }, t('deid.regions'), t('column.reviewer'), '']} items={items}>
          {(instance) => (
            <tr key={instance.instanceId} data-testid="deidentified-instance">
              <td>
                <StateChip state={instance.state} />
                {instance.cause !== undefined && <p className="reason">{instance.cause}</p>}
              </td>
              <td>
                {instance.pseudonymousSopInstanceUid ?? instance.instanceId}
                <span className="secondary">{instance.objectId}</span>
              </td>
              <td className="numeric">{instance.attributes.length}</td>
              <td>{instance.regions.map((box) => `${box.x},${box.y} ${box.width}×${box.height}`).join('; ')}</td>
              <td>{instance.reviewer}</td>
              <td className="row-actions">
                {mayCompare && instance.doubtful && (
                  <a href={href('pixel-doubts', recordId, instance.instanceId)}>{t('pixels.decide')}</a>
                )}
                {mayCompare && instance.state === 'DONE' && (
                  <a href={href('deidentification-records', recordId, instance.instanceId)}>{t('deid.compare')}</a>
                )}
              </td>
            </tr>
          )}
        </Table>
      )}
    </QueryView>
  )
}
