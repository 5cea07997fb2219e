import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { getInstanceDifference } from '../api/getInstanceDifference'
import { pictureUrl } from '../api/pictureUrl'
import type { InstanceDifference } from '../api/types'
import { href } from '../app/router'
import { PageHeading } from '../components/PageHeading'
import { QueryView } from '../components/QueryView'
import { Table } from '../components/Table'
import { useI18n } from '../i18n/I18n'

interface Props {
  readonly recordId: string
  readonly instanceId: string
}

/** An original and its copy, attribute by attribute; read once, since every look is in the audit trail. */
export function DifferencePage({ recordId, instanceId }: Props) {
  const { t } = useI18n()
  const [isShort, setShort] = useState(true)
  const difference = useQuery({
    queryKey: ['instance-difference', recordId, instanceId],
    queryFn: () => getInstanceDifference(recordId, instanceId),
    meta: { audited: true },
    staleTime: Infinity,
    gcTime: 0,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  })
  return (
    <section className="page">
      <PageHeading title={t('deid.compare.title')} hint={t('deid.compare.hint')}>
        <label className="switch">
          <input type="checkbox" checked={isShort} onChange={(event) => setShort(event.target.checked)} />
          {t('deid.changed')}
        </label>
        <a className="button" href={href('deidentification-records', recordId)}>
          {t('deid.record')}
        </a>
      </PageHeading>
      <div className="side-by-side">
        {(['ORIGINAL', 'COPY'] as const).map((side) => (
          <figure key={side} className="region-canvas">
            <figcaption>{t(side === 'ORIGINAL' ? 'pixels.original' : 'pixels.copy')}</figcaption>
            <img src={pictureUrl(recordId, instanceId, side, 1)} alt={t('pixels.noPicture')} />
          </figure>
        ))}
      </div>
      <QueryView query={difference}>{(data) => <DifferenceTable difference={data} isShort={isShort} />}</QueryView>
    </section>
  )
}

function DifferenceTable({ difference, isShort }: { readonly difference: InstanceDifference; readonly isShort: boolean }) {
  const { t } = useI18n()
  const shown = difference.attributes.filter((one) => !isShort || one.before !== one.after)
  return (
    <Table heads={[t('column.attribute'), t('column.action'), t('deid.before'), t('deid.after')]} items={shown}>
      {(one) => (
        <tr key={one.path} data-testid="attribute-difference">
          <td>
            {one.name || one.path}
            <span className="secondary">{one.path}</span>
          </td>
          <td>{one.action ?? t('deid.noAction')}</td>
          <td>{one.before ?? '–'}</td>
          <td>{one.after ?? '–'}</td>
        </tr>
      )}
    </Table>
  )
}
