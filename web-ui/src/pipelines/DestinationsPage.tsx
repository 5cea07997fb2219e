import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { deleteDestination } from '../api/deleteDestination'
import { echoDestination } from '../api/echoDestination'
import { listDestinations } from '../api/listDestinations'
import type { Destination } from '../api/types'
import { useHasRole } from '../app/Session'
import { ConfirmButton } from '../components/ConfirmButton'
import { PageHeading } from '../components/PageHeading'
import { QueryTable } from '../components/QueryTable'
import { useAction } from '../components/useAction'
import { useI18n } from '../i18n/I18n'
import { DestinationDialog } from './DestinationDialog'

export function DestinationsPage() {
  const { t } = useI18n()
  const mayChange = useHasRole('admin')
  const [edited, setEdited] = useState<Destination | 'new'>()
  const destinations = useQuery({ queryKey: ['destinations'], queryFn: listDestinations })
  const remove = useAction(deleteDestination, { refresh: ['destinations'], done: t('destinations.deleted') })
  const echo = useAction(echoDestination, { refresh: [], done: t('destinations.echoed') })
  return (
    <section className="page">
      <PageHeading title={t('destinations.title')} hint={t('destinations.hint')}>
        {mayChange && (
          <button type="button" className="primary" onClick={() => setEdited('new')}>
            {t('destinations.create')}
          </button>
        )}
      </PageHeading>
      {edited !== undefined && (
        <DestinationDialog destination={edited === 'new' ? undefined : edited} onClose={() => setEdited(undefined)} />
      )}
      <QueryTable
        query={destinations}
        empty={{ title: t('destinations.empty'), hint: t('destinations.empty.hint') }}
        heads={[
          t('column.name'),
          t('column.aeTitle'),
          t('destinations.address'),
          t('column.enabled'),
          t('column.queryRetrieve'),
          '',
        ]}
      >
        {(destination) => (
          <tr key={destination.id}>
            <td>{destination.name}</td>
            <td>
              <code>{destination.aeTitle}</code>
            </td>
            <td>
              <code>{`${destination.host}:${destination.port}`}</code>
            </td>
            <td>{t(destination.enabled ? 'value.yes' : 'value.no')}</td>
            <td>{t(destination.queryRetrieve ? 'value.yes' : 'value.no')}</td>
            <td className="row-actions">
              <button type="button" disabled={echo.isPending} onClick={() => echo.mutate(destination.id)}>
                {t('destinations.echo')}
              </button>
              {mayChange && (
                <>
                  <button type="button" onClick={() => setEdited(destination)}>
                    {t('action.edit')}
                  </button>
                  <ConfirmButton
                    question={t('destinations.deleteQuestion')}
                    onConfirm={() => remove.mutate(destination.id)}
                  >
                    {t('action.delete')}
                  </ConfirmButton>
                </>
              )}
            </td>
          </tr>
        )}
      </QueryTable>
    </section>
  )
}
