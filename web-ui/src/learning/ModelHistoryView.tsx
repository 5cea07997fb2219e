import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { getModelHistory } from '../api/getModelHistory'
import { rollBackModel } from '../api/rollBackModel'
import type { ModelHistory } from '../api/types'
import { useHasRole } from '../app/Session'
import { QueryView } from '../components/QueryView'
import { ReasonDialog } from '../components/ReasonDialog'
import { useAction } from '../components/useAction'
import { useI18n } from '../i18n/I18n'

/** What was live when, and the way back to the version before. */
export function ModelHistoryView({ modelId }: { readonly modelId: string }) {
  const { t } = useI18n()
  const history = useQuery({ queryKey: ['model-history', modelId], queryFn: () => getModelHistory(modelId) })
  return (
    <details>
      <summary>{t('history.title')}</summary>
      <QueryView query={history}>{(data) => <Periods modelId={modelId} history={data} />}</QueryView>
    </details>
  )
}

function Periods({ modelId, history }: { readonly modelId: string; readonly history: ModelHistory }) {
  const { t, format } = useI18n()
  const [isAsking, setAsking] = useState(false)
  const mayRollBack = useHasRole('admin') && new Set(history.live.map((period) => period.modelVersionId)).size > 1
  const rollBack = useAction((reason: string) => rollBackModel(modelId, reason), {
    refresh: ['models', 'model-version', 'model-history', 'promotion-checks'],
    done: t('history.rolledBack'),
  })
  if (history.live.length === 0) {
    return <p className="muted">{t('history.none')}</p>
  }
  return (
    <>
      <ol className="live-periods">
        {history.live.map((period) => (
          <li key={`${period.modelVersionId} ${period.from}`}>
            v{period.version}: {format.dateTime(period.from)} – {period.until === undefined ? t('history.now') : format.dateTime(period.until)}
          </li>
        ))}
      </ol>
      {mayRollBack && (
        <button type="button" disabled={rollBack.isPending} onClick={() => setAsking(true)}>
          {t('history.rollBack')}
        </button>
      )}
      {isAsking && (
        <ReasonDialog
          title={t('history.rollBack')}
          hint={t('history.rollBack.hint')}
          action={t('history.rollBack')}
          onClose={() => setAsking(false)}
          onSubmit={(reason) => {
            setAsking(false)
            rollBack.mutate(reason)
          }}
        />
      )}
    </>
  )
}
