import type { WorklistItem } from '../api/types'
import { href } from '../app/router'
import { StateChip } from '../components/StateChip'
import { formatPersonName } from '../i18n/format'
import { useI18n } from '../i18n/I18n'

interface Props {
  readonly item: WorklistItem
  readonly isSelected: boolean
  readonly onSelect: () => void
  readonly onOpen: () => void
}

export function WorklistRow({ item, isSelected, onSelect, onOpen }: Props) {
  const { t, format } = useI18n()
  const reason = item.reason ?? item.runs.find((run) => run.cause !== undefined)?.cause?.message
  return (
    <tr aria-selected={isSelected} onClick={onSelect} onDoubleClick={onOpen} data-testid="study-row">
      <td>
        <StateChip state={item.state} />
        {reason !== undefined && (item.state === 'STOPPED' || item.state === 'FAILED' || item.state === 'REJECTED') && (
          <p className="reason">{reason}</p>
        )}
      </td>
      <td>
        <a href={href('studies', item.studyId)}>{formatPersonName(item.patientName) || t('worklist.noName')}</a>
        <span className="secondary">
          {[item.patientId, format.dicomDate(item.birthDate), item.sex].filter(Boolean).join(' · ')}
        </span>
      </td>
      <td>
        {item.description || '–'}
        <span className="secondary">{[...new Set(item.runs.map((run) => run.pipeline))].join(', ')}</span>
      </td>
      <td>{item.modalities.join(', ')}</td>
      <td>
        {format.dicomDate(item.studyDate)}
        <span className="secondary">{format.dicomTime(item.studyTime)}</span>
      </td>
      <td>{item.accessionNumber}</td>
      <td className="numeric">
        {item.instances}
        <span className="secondary">{t('worklist.seriesCount', { count: item.series })}</span>
      </td>
      <td title={format.dateTime(item.receivedAt)}>{format.relative(item.receivedAt)}</td>
    </tr>
  )
}
