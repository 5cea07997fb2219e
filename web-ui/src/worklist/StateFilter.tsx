import type { WorklistState } from '../api/types'
import { useI18n } from '../i18n/I18n'

const STATES: readonly WorklistState[] = [
  'READY_FOR_REVIEW',
  'IN_PROGRESS',
  'RECEIVING',
  'STOPPED',
  'FAILED',
  'ACCEPTED',
  'REJECTED',
  'NO_AI',
]

interface Props {
  readonly selected: WorklistState | undefined
  readonly onSelect: (state: WorklistState | undefined) => void
}

export function StateFilter({ selected, onSelect }: Props) {
  const { t } = useI18n()
  return (
    <div className="filter-chips" role="group" aria-label={t('worklist.filter')}>
      <button type="button" aria-pressed={selected === undefined} onClick={() => onSelect(undefined)}>
        {t('worklist.all')}
      </button>
      {STATES.map((state) => (
        <button
          key={state}
          type="button"
          aria-pressed={selected === state}
          onClick={() => onSelect(selected === state ? undefined : state)}
        >
          {t(`state.${state}`)}
        </button>
      ))}
    </div>
  )
}
