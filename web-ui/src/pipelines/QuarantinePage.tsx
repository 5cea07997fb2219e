import { useQuery } from '@tanstack/react-query'
import { listQuarantine } from '../api/listQuarantine'
import { resolveQuarantine } from '../api/resolveQuarantine'
import type { QuarantineItem } from '../api/types'
import { ConfirmButton } from '../components/ConfirmButton'
import { PageHeading } from '../components/PageHeading'
import { QueryTable } from '../components/QueryTable'
import { StateChip } from '../components/StateChip'
import { useAction } from '../components/useAction'
import { useI18n } from '../i18n/I18n'

export function QuarantinePage() {
  const { t } = useI18n()
  const quarantine = useQuery({ queryKey: ['quarantine'], queryFn: listQuarantine })
  return (
    <section className="page">
      <PageHeading title={t('quarantine.title')} hint={t('quarantine.hint')} />
      <QueryTable
        query={quarantine}
        empty={{ title: t('quarantine.empty'), hint: t('quarantine.empty.hint') }}
        heads={[t('column.state'), t('column.time'), t('column.origin'), t('column.cause'), t('column.instance'), '']}
      >
        {(item) => (
          <QuarantineRow key={item.id} item={item} />
        )}
      </QueryTable>
    </section>
  )
}

function QuarantineRow({ item }: { readonly item: QuarantineItem }) {
  const { t, format } = useI18n()
  const resolve = useAction((resolution: 'replay' | 'discard') => resolveQuarantine(item.id, resolution), {
    refresh: ['quarantine'],
    done: t('quarantine.resolved'),
  })
  return (
    <tr>
      <td>
        <StateChip state={item.state} />
      </td>
      <td>{format.dateTime(item.at)}</td>
      <td>{item.origin}</td>
      <td>
        <code>{item.code}</code> {item.message}
      </td>
      <td>
        <code className="uid">{item.sopInstanceUid}</code>
      </td>
      <td className="row-actions">
        {item.state === 'OPEN' && (
          <>
            <button type="button" disabled={resolve.isPending} onClick={() => resolve.mutate('replay')}>
              {t('action.replay')}
            </button>
            <ConfirmButton
              question={t('quarantine.discardQuestion')}
              disabled={resolve.isPending}
              onConfirm={() => resolve.mutate('discard')}
            >
              {t('quarantine.discard')}
            </ConfirmButton>
          </>
        )}
      </td>
    </tr>
  )
}
