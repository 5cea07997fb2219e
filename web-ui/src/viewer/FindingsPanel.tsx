import type { UseQueryResult } from '@tanstack/react-query'
import type { Page, StudyResult, WorklistItem } from '../api/types'
import { EmptyState } from '../components/EmptyState'
import { QueryView } from '../components/QueryView'
import { StateChip } from '../components/StateChip'
import { useI18n } from '../i18n/I18n'
import { OverlayControlsPanel } from './OverlayControlsPanel'
import { ResultCard } from './ResultCard'
import type { useOverlay } from './useOverlay'
import type { OverlayControls } from './useOverlayStyle'

interface Props {
  readonly study: WorklistItem
  readonly results: UseQueryResult<Page<StudyResult>>
  readonly selectedSeries: string | undefined
  readonly overlay: ReturnType<typeof useOverlay>
  readonly overlayStyle: OverlayControls
  readonly onSelectSeries: (seriesInstanceUid: string) => void
  readonly onGoTo: (index: number) => void
  readonly onNext: () => void
}

/** What the AI found and what the reader decides about it. */
export function FindingsPanel(props: Props) {
  const { t } = useI18n()
  const { study, results, selectedSeries, overlay, overlayStyle } = props
  return (
    <aside className="findings" aria-label={t('findings.title')}>
      <h2>{t('findings.title')}</h2>
      <QueryView query={results}>
        {({ items }) =>
          items.length === 0 ? (
            <NoResult study={study} />
          ) : (
            <>
              {items.map((result) => (
                <ResultCard
                  key={result.runId}
                  result={result}
                  isShown={result.seriesInstanceUid === selectedSeries}
                  segmentation={result.seriesInstanceUid === selectedSeries ? overlay.loaded : undefined}
                  overlayStyle={overlayStyle}
                  onShow={() => props.onSelectSeries(result.seriesInstanceUid)}
                  onGoTo={props.onGoTo}
                  onNext={props.onNext}
                />
              ))}
              <OverlayControlsPanel overlay={overlay} controls={overlayStyle} />
            </>
          )
        }
      </QueryView>
    </aside>
  )
}

function NoResult({ study }: { readonly study: WorklistItem }) {
  const { t } = useI18n()
  return (
    <EmptyState title={t('findings.none')}>
      <StateChip state={study.state} />
      {study.reason !== undefined && <p className="reason">{study.reason}</p>}
      {study.runs.map((run) => (
        <p key={run.runId} className="muted">
          {run.pipeline} · {run.seriesDescription} · {t(`state.${run.state}`)}
          {run.cause !== undefined && <span className="reason">{run.cause.message}</span>}
        </p>
      ))}
    </EmptyState>
  )
}
