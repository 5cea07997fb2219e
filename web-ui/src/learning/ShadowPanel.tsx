import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { getShadowReport } from '../api/getShadowReport'
import { moveModelVersion } from '../api/moveModelVersion'
import type { ModelStage, ModelVersion, ShadowReport } from '../api/types'
import { QueryView } from '../components/QueryView'
import { ReasonDialog } from '../components/ReasonDialog'
import { useAction } from '../components/useAction'
import { useI18n } from '../i18n/I18n'
import type { MessageKey } from '../i18n/english'
import { ShadowTable } from './ShadowTable'

interface Move {
  readonly to: ModelStage
  readonly name: MessageKey
}

/** Where a version may go by one person's choice. */
const MOVES: Partial<Record<ModelStage, Move>> = {
  CANDIDATE: { to: 'SHADOW', name: 'shadow.enter' },
  SHADOW: { to: 'CANDIDATE', name: 'shadow.leave' },
}

/** How a version does beside production on the hospital's own studies, and the way into the shadow and out of it. */
export function ShadowPanel({ version }: { readonly version: ModelVersion }) {
  const { t } = useI18n()
  const [move, setMove] = useState<Move>()
  const report = useQuery({ queryKey: ['shadow-report', version.id], queryFn: () => getShadowReport(version.id) })
  const change = useAction(({ stage, reason }: { stage: ModelStage; reason: string }) => moveModelVersion(version.id, stage, reason), {
    refresh: ['models', 'model-version', 'model-history', 'shadow-report'],
    done: t('shadow.changed'),
  })
  const next = MOVES[version.stage]
  return (
    <section className="card" aria-label={t('shadow.title')}>
      <h3>{t('shadow.title')}</h3>
      <p className="muted">{t('shadow.hint')}</p>
      <QueryView query={report}>{(data) => <Report report={data} />}</QueryView>
      {next !== undefined && (
        <button type="button" disabled={change.isPending} onClick={() => setMove(next)}>
          {t(next.name)}
        </button>
      )}
      {move !== undefined && (
        <ReasonDialog
          title={t(move.name)}
          hint={t('shadow.hint')}
          action={t(move.name)}
          onClose={() => setMove(undefined)}
          onSubmit={(reason) => {
            setMove(undefined)
            change.mutate({ stage: move.to, reason })
          }}
        />
      )}
    </section>
  )
}

function Report({ report }: { readonly report: ShadowReport }) {
  const { t } = useI18n()
  return report.productionVersion === undefined ? <p>{t('shadow.none')}</p> : <ShadowTable report={report} production={report.productionVersion} />
}
