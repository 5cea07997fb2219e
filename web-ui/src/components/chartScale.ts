export interface Point {
  readonly x: number
  readonly y: number
}

export type Scale = (value: number) => number

type Range = readonly [number, number]

/** Maps one range onto another, linearly. */
export function scale(from: Range, to: Range): Scale {
  const width = from[1] - from[0] || 1
  return (value) => to[0] + ((value - from[0]) / width) * (to[1] - to[0])
}

/** Round values that cover the range: steps of 1, 2 or 5 times a power of ten. */
export function ticks(minimum: number, maximum: number, count: number): number[] {
  if (!Number.isFinite(minimum) || !Number.isFinite(maximum)) {
    return [0, 1]
  }
  const width = maximum - minimum || Math.abs(maximum) || 1
  const power = 10 ** Math.floor(Math.log10(width / count))
  const step = [1, 2, 5, 10].map((factor) => factor * power).find((candidate) => width / candidate <= count) ?? power * 10
  const first = Math.floor(minimum / step + 1e-9)
  const last = Math.max(first + 1, Math.ceil(maximum / step - 1e-9))
  return Array.from({ length: last - first + 1 }, (_, index) => Number(((first + index) * step).toPrecision(10)))
}

export function linePath(points: readonly Point[], x: Scale, y: Scale): string {
  return points
    .filter((point) => Number.isFinite(point.y))
    .map((point, index) => `${index === 0 ? 'M' : 'L'}${x(point.x).toFixed(1)} ${y(point.y).toFixed(1)}`)
    .join('')
}
