import { useQuery } from '@tanstack/react-query'
import { listPixelDoubts } from '../api/listPixelDoubts'
import { href } from '../app/router'
import { PageHeading } from '../components/PageHeading'
import { QueryTable } from '../components/QueryTable'
import { useI18n } from '../i18n/I18n'

/** Images that wait for a person, the longest waiting first. */
export function PixelDoubtsPage() {
  const { t, format } = useI18n()
  const doubts = useQuery({ queryKey: ['pixel-doubts'], queryFn: listPixelDoubts })
  return (
    <section className="page">
      <PageHeading title={t('pixels.title')} hint={t('pixels.hint')} />
      <QueryTable
        query={doubts}
        empty={{ title: t('pixels.empty'), hint: t('pixels.empty.hint') }}
        heads={[t('column.time'), t('column.series'), t('column.profile'), t('column.cause'), t('pixels.found'), '']}
      >
        {(doubt) => (
          <tr key={`${doubt.recordId} ${doubt.instanceId}`} data-testid="pixel-doubt">
            <td>{format.dateTime(doubt.at)}</td>
            <td>
              {doubt.modality} {doubt.columns}×{doubt.rows}
            </td>
            <td>{doubt.profile}</td>
            <td>{doubt.cause}</td>
            <td className="numeric">{doubt.regions.length}</td>
            <td className="row-actions">
              <a href={href('pixel-doubts', doubt.recordId, doubt.instanceId)}>{t('pixels.decide')}</a>
            </td>
          </tr>
        )}
      </QueryTable>
    </section>
  )
}
