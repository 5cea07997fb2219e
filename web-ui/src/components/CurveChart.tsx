import { useI18n } from '../i18n/I18n'
import { linePath, scale, ticks, type Point } from './chartScale'

interface Props {
  readonly title: string
  readonly xLabel: string
  readonly yLabel: string
  readonly points: readonly Point[]
  readonly kind: 'line' | 'scatter'
  /** A line to compare with: y = x, y = 0, or none. */
  readonly reference?: 'diagonal' | 'zero'
}

const SIZE = 280
const LEFT = 52
const BOTTOM = 40
const MARGIN = 12

/** A curve of rates from 0 to 1, or a cloud of points over numbers of its own. */
export function CurveChart({ title, xLabel, yLabel, points, kind, reference }: Props) {
  const { format } = useI18n()
  const whole = kind === 'line' ? [0, 1] : []
  const xTicks = axis([...points.map((point) => point.x), ...whole])
  const yTicks = axis([...points.map((point) => point.y), ...whole, ...(reference === 'zero' ? [0] : [])])
  const [left, right] = ends(xTicks)
  const [low, high] = ends(yTicks)
  const x = scale([left, right], [LEFT, SIZE - MARGIN])
  const y = scale([low, high], [SIZE - BOTTOM, MARGIN])
  return (
    <figure className="chart curve">
      <figcaption>{title}</figcaption>
      <svg viewBox={`0 0 ${SIZE} ${SIZE}`} role="img" aria-label={`${title}: ${points.length}`}>
        {yTicks.map((tick) => (
          <g key={tick}>
            <line className="chart-grid" x1={LEFT} x2={SIZE - MARGIN} y1={y(tick)} y2={y(tick)} />
            <text className="chart-text" x={LEFT - 6} y={y(tick) + 4} textAnchor="end">
              {format.number(tick, 2)}
            </text>
          </g>
        ))}
        {xTicks.map((tick) => (
          <text key={tick} className="chart-text" x={x(tick)} y={SIZE - BOTTOM + 16} textAnchor="middle">
            {format.number(tick, 2)}
          </text>
        ))}
        <text className="chart-text" x={(LEFT + SIZE) / 2} y={SIZE - 6} textAnchor="middle">
          {xLabel}
        </text>
        <text className="chart-text" transform={`translate(12 ${(SIZE - BOTTOM) / 2}) rotate(-90)`} textAnchor="middle">
          {yLabel}
        </text>
        {reference === 'diagonal' && <line className="chart-reference" x1={x(left)} y1={y(left)} x2={x(right)} y2={y(right)} />}
        {reference === 'zero' && <line className="chart-reference" x1={x(left)} y1={y(0)} x2={x(right)} y2={y(0)} />}
        {kind === 'line' && <path className="chart-line" stroke="var(--accent)" d={linePath(points, x, y)} />}
        {(kind === 'scatter' || points.length < 20) &&
          points.map((point, index) => <circle key={index} cx={x(point.x)} cy={y(point.y)} r="3" fill="var(--accent)" />)}
      </svg>
    </figure>
  )
}

const axis = (values: readonly number[]) => ticks(Math.min(...values), Math.max(...values), 4)
const ends = (values: readonly number[]): [number, number] => [values[0] ?? 0, values[values.length - 1] ?? 1]
