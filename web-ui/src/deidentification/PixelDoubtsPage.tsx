import { useQuery } from '@tanstack/react-query'
import { listPixelDoubts } from '../api/listPixelDoubts'
import { href } from '../app/router'
import { EmptyState } from '../components/EmptyState'
import { PageHeading } from '../components/PageHeading'
import { QueryView } from '../components/QueryView'
import { useI18n } from '../i18n/I18n'

/** Images that wait for a person, the longest waiting first. */
export function PixelDoubtsPage() {
  const { t, format } = useI18n()
  const doubts = useQuery({ queryKey: ['pixel-doubts'], queryFn: listPixelDoubts })
  return (
    <section className="page">
      <PageHeading title={t('pixels.title')} hint={t('pixels.hint')} />
      <QueryView query={doubts}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState title={t('pixels.empty')} hint={t('pixels.empty.hint')} />
          ) : (
            <div className="table-frame">
              <table>
                <thead>
                  <tr>
                    <th scope="col">{t('column.time')}</th>
                    <th scope="col">{t('column.series')}</th>
                    <th scope="col">{t('column.profile')}</th>
                    <th scope="col">{t('column.cause')}</th>
                    <th scope="col">{t('pixels.found')}</th>
                    <th scope="col" />
                  </tr>
                </thead>
                <tbody>
                  {items.map((doubt) => (
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
                  ))}
                </tbody>
              </table>
            </div>
          )
        }
      </QueryView>
    </section>
  )
}
