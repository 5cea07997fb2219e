import type { StudyResult } from '../api/types'
import { softwareText } from '../components/softwareText'
import { StateChip } from '../components/StateChip'
import { useI18n } from '../i18n/I18n'
import { FindingRow } from './FindingRow'
import { ReviewActions } from './ReviewActions'
import { largestImage } from './segmentExtent'
import type { LoadedOverlay } from './useOverlay'
import type { OverlayControls } from './useOverlayStyle'

interface Props {
  readonly result: StudyResult
  readonly isShown: boolean
  readonly segmentation: LoadedOverlay | undefined
  readonly overlayStyle: OverlayControls
  readonly onShow: () => void
  readonly onGoTo: (index: number) => void
  readonly onNext: () => void
}

export function ResultCard({ result, isShown, segmentation, overlayStyle, onShow, onGoTo, onNext }: Props) {
  const { t, format } = useI18n()
  const review = result.review
  const isPending = review === undefined || review.state === 'PENDING'
  const goToSegment = (segmentNumber: number) => {
    const index = segmentation && largestImage(segmentation.images, segmentation.placed, segmentNumber)
    if (index !== undefined) {
      onGoTo(index)
    }
  }
  return (
    <article className={isShown ? 'result result-shown' : 'result'} data-testid="result">
      <header>
        <strong>{result.modelName}</strong>
        <span className="muted" title={softwareText(result.software)}>{t('findings.version', { version: result.modelVersion })}</span>
      </header>
      {isPending ? (
        <p className="ai-notice">{t('findings.notReviewed')}</p>
      ) : (
        <p className="decision" data-testid="decision">
          <StateChip state={review.state} />
          <span>{t('findings.decidedBy', { reader: review.reader ?? '', time: format.dateTime(review.decidedAt) })}</span>
          {review.reason !== undefined && review.reason !== '' && <q>{review.reason}</q>}
        </p>
      )}
      <ul className="finding-list">
        {result.findings.map((finding) => {
          const segment = segmentation?.segmentation.segments.find((candidate) => candidate.label === finding.label)
          return (
            <FindingRow
              key={`${finding.label} ${finding.quantity}`}
              finding={finding}
              segmentNumber={segment?.number}
              isHidden={segment !== undefined && overlayStyle.style.hiddenSegments.has(segment.number)}
              onToggle={() => segment !== undefined && overlayStyle.toggleSegment(segment.number)}
              onGoTo={() => segment !== undefined && goToSegment(segment.number)}
            />
          )
        })}
      </ul>
      {!isShown && (
        <button type="button" onClick={onShow}>
          {t('findings.show')}
        </button>
      )}
      {isPending && <ReviewActions runId={result.runId} takesKeys={isShown} onNext={onNext} />}
    </article>
  )
}
