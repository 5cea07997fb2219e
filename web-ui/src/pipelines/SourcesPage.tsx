import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { deleteSource } from '../api/deleteSource'
import { listSources } from '../api/listSources'
import type { Source } from '../api/types'
import { useHasRole } from '../app/Session'
import { ConfirmButton } from '../components/ConfirmButton'
import { PageHeading } from '../components/PageHeading'
import { QueryTable } from '../components/QueryTable'
import { useAction } from '../components/useAction'
import { useI18n } from '../i18n/I18n'
import { SourceDialog } from './SourceDialog'

export function SourcesPage() {
  const { t } = useI18n()
  const mayChange = useHasRole('admin')
  const [edited, setEdited] = useState<Source | 'new'>()
  const sources = useQuery({ queryKey: ['sources'], queryFn: listSources })
  const remove = useAction(deleteSource, { refresh: ['sources'], done: t('sources.deleted') })
  return (
    <section className="page">
      <PageHeading title={t('sources.title')} hint={t('sources.hint')}>
        {mayChange && (
          <button type="button" className="primary" onClick={() => setEdited('new')}>
            {t('sources.create')}
          </button>
        )}
      </PageHeading>
      {edited !== undefined && (
        <SourceDialog source={edited === 'new' ? undefined : edited} onClose={() => setEdited(undefined)} />
      )}
      <QueryTable
        query={sources}
        empty={{ title: t('sources.empty'), hint: t('sources.empty.hint') }}
        heads={[
          t('column.aeTitle'),
          t('column.kind'),
          t('column.description'),
          t('column.enabled'),
          t('column.queryRetrieve'),
          { numeric: t('sources.quiet') },
          '',
        ]}
      >
        {(source) => (
          <tr key={source.id}>
            <td>
              <code>{source.aeTitle}</code>
            </td>
            <td>{source.kind}</td>
            <td>{source.description}</td>
            <td>{t(source.enabled ? 'value.yes' : 'value.no')}</td>
            <td>{t(source.queryRetrieve ? 'value.yes' : 'value.no')}</td>
            <td className="numeric">{source.quietSeconds}</td>
            <td className="row-actions">
              {mayChange && (
                <>
                  <button type="button" onClick={() => setEdited(source)}>
                    {t('action.edit')}
                  </button>
                  <ConfirmButton question={t('sources.deleteQuestion')} onConfirm={() => remove.mutate(source.id)}>
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
