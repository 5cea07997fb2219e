import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { listAuditEvents } from '../api/listAuditEvents'
import { EmptyState } from '../components/EmptyState'
import { PageHeading } from '../components/PageHeading'
import { QueryView } from '../components/QueryView'
import { useI18n } from '../i18n/I18n'
import { AuditFilters } from './AuditFilters'
import { AuditTable } from './AuditTable'
import { NO_FILTER, toQuery, type AuditFilterDraft } from './auditFilter'
import { ChainVerification } from './ChainVerification'

const PAGE_SIZE = 50

export function AuditPage() {
  const { t } = useI18n()
  const [draft, setDraft] = useState<AuditFilterDraft>(NO_FILTER)
  const [offset, setOffset] = useState(0)
  const filter = { ...toQuery(draft), limit: PAGE_SIZE, offset }
  const events = useQuery({
    queryKey: ['audit', filter],
    queryFn: () => listAuditEvents(filter),
    placeholderData: (previous) => previous,
  })
  const change = (next: AuditFilterDraft) => {
    setDraft(next)
    setOffset(0)
  }
  return (
    <section className="page">
      <PageHeading title={t('audit.title')} hint={t('audit.hint')}>
        <ChainVerification />
      </PageHeading>
      <AuditFilters draft={draft} onChange={change} />
      <QueryView query={events}>
        {({ items, total }) =>
          items.length === 0 ? (
            <EmptyState title={t('audit.empty')} hint={t('worklist.noMatch.hint')} />
          ) : (
            <>
              <AuditTable events={items} />
              <div className="row paging">
                <button type="button" disabled={offset === 0} onClick={() => setOffset(Math.max(0, offset - PAGE_SIZE))}>
                  {t('action.previous')}
                </button>
                <span className="muted">
                  {t('audit.range', { from: offset + 1, to: offset + items.length, total })}
                </span>
                <button
                  type="button"
                  disabled={offset + items.length >= total}
                  onClick={() => setOffset(offset + PAGE_SIZE)}
                >
                  {t('action.next')}
                </button>
              </div>
            </>
          )
        }
      </QueryView>
    </section>
  )
}
