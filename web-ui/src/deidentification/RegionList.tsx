import type { Region } from '../api/types'
import { useI18n } from '../i18n/I18n'
import type { Size } from './regions'

interface Props {
  readonly regions: readonly Region[]
  readonly size: Size
  readonly onChange: (regions: readonly Region[]) => void
}

const SIDES = ['x', 'y', 'width', 'height'] as const

/** The rectangles as numbers, for those who do not draw. */
export function RegionList({ regions, size, onChange }: Props) {
  const { t } = useI18n()
  const add = { x: 0, y: 0, width: size.columns, height: Math.max(1, Math.round(size.rows / 10)) }
  return (
    <div>
      <ul className="region-list">
        {regions.map((region, index) => (
          <li key={index} data-testid="region">
            {SIDES.map((side) => (
              <input
                key={side}
                type="number"
                aria-label={`${t(`pixels.${side}`)} ${index + 1}`}
                min={side === 'x' || side === 'y' ? 0 : 1}
                max={side === 'x' || side === 'width' ? size.columns : size.rows}
                value={region[side]}
                onChange={(event) =>
                  onChange(regions.with(index, { ...region, [side]: Number(event.target.value) }))
                }
              />
            ))}
            <button type="button" onClick={() => onChange(regions.filter((_, other) => other !== index))}>
              {t('pixels.remove')}
            </button>
          </li>
        ))}
      </ul>
      <button type="button" onClick={() => onChange([...regions, add])}>
        {t('pixels.add')}
      </button>
    </div>
  )
}
