import type { Finding } from '../api/types'
import { useI18n } from '../i18n/I18n'
import { cssColor, segmentColor } from '../segmentation/segmentColors'

interface Props {
  readonly finding: Finding
  /** The segment that shows it, where there is one. */
  readonly segmentNumber: number | undefined
  readonly isHidden: boolean
  readonly onToggle: () => void
  readonly onGoTo: () => void
}

export function FindingRow({ finding, segmentNumber, isHidden, onToggle, onGoTo }: Props) {
  const { t, format } = useI18n()
  const isProbability = finding.quantity === 'probability'
  const value = isProbability
    ? format.percent(finding.value)
    : `${format.number(finding.value, finding.value < 10 ? 2 : 1)} ${finding.unit}`
  return (
    <li className={isHidden ? 'finding finding-hidden' : 'finding'}>
      {segmentNumber !== undefined && (
        <button
          type="button"
          className="swatch-button"
          aria-pressed={!isHidden}
          aria-label={t('findings.toggleSegment', { label: finding.label })}
          title={t('findings.toggleSegment', { label: finding.label })}
          onClick={onToggle}
        >
          <span className="swatch" style={{ background: cssColor(segmentColor(segmentNumber)) }} />
        </button>
      )}
      <span className="finding-label">{finding.label}</span>
      <span className="finding-value">{value}</span>
      {isProbability && <meter min={0} max={1} value={finding.value} aria-label={finding.label} />}
      {segmentNumber !== undefined && (
        <button type="button" className="quiet" onClick={onGoTo} title={t('findings.goTo.hint')}>
          {t('findings.goTo')}
        </button>
      )}
    </li>
  )
}
