import { useI18n } from '../i18n/I18n'
import { linePath, scale, ticks, type Point } from './chartScale'

export interface ChartSeries {
  readonly name: string
  readonly color: string
  readonly points: readonly Point[]
}

interface Props {
  readonly title: string
  readonly series: readonly ChartSeries[]
  readonly xLabel: string
  /** Largest x to leave room for, such as the number of epochs planned. */
  readonly xMaximum: number
}

const WIDTH = 560
const HEIGHT = 240
const LEFT = 52
const RIGHT = 12
const TOP = 12
const BOTTOM = 34

export function LineChart({ title, series, xLabel, xMaximum }: Props) {
  const { format } = useI18n()
  const values = series.flatMap((line) => line.points.map((point) => point.y))
  const yTicks = ticks(Math.min(...values), Math.max(...values), 4)
  const x = scale([1, Math.max(2, xMaximum)], [LEFT, WIDTH - RIGHT])
  const y = scale([yTicks[0] ?? 0, yTicks[yTicks.length - 1] ?? 1], [HEIGHT - BOTTOM, TOP])
  const last = series.map((line) => `${line.name}: ${format.number(line.points[line.points.length - 1]?.y ?? NaN, 4)}`)
  return (
    <figure className="chart">
      <figcaption>
        {title}
        <span className="chart-legend">
          {series.map((line, index) => (
            <span key={line.name}>
              <span className="swatch" style={{ background: line.color }} aria-hidden="true" />
              {last[index]}
            </span>
          ))}
        </span>
      </figcaption>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={`${title}. ${last.join(', ')}`}>
        {yTicks.map((tick) => (
          <g key={tick}>
            <line className="chart-grid" x1={LEFT} x2={WIDTH - RIGHT} y1={y(tick)} y2={y(tick)} />
            <text className="chart-text" x={LEFT - 8} y={y(tick) + 4} textAnchor="end">
              {format.number(tick, 4)}
            </text>
          </g>
        ))}
        {ticks(1, Math.max(2, xMaximum), 6)
          .filter((tick) => Number.isInteger(tick) && tick >= 1 && tick <= xMaximum)
          .map((tick) => (
            <text key={tick} className="chart-text" x={x(tick)} y={HEIGHT - BOTTOM + 16} textAnchor="middle">
              {tick}
            </text>
          ))}
        <text className="chart-text" x={(LEFT + WIDTH - RIGHT) / 2} y={HEIGHT - 2} textAnchor="middle">
          {xLabel}
        </text>
        {series.map((line) => (
          <g key={line.name} data-series={line.name} data-points={line.points.length}>
            <path className="chart-line" stroke={line.color} d={linePath(line.points, x, y)} />
            {line.points.slice(-1).map((point) => (
              <circle key={point.x} cx={x(point.x)} cy={y(point.y)} r="3.5" fill={line.color} />
            ))}
          </g>
        ))}
      </svg>
    </figure>
  )
}
