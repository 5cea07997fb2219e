import { describe, expect, it } from 'vitest'
import { linePath, scale, ticks } from './chartScale'

describe('chart', () => {
  it.each([
    [0, 1, [0, 0.5, 1]],
    [0.61, 0.93, [0.6, 0.7, 0.8, 0.9, 1]],
    [12, 97, [0, 50, 100]],
    [0.5, 0.5, [0.4, 0.6]],
    [Infinity, -Infinity, [0, 1]],
  ])('marks %d to %d', (minimum, maximum, expected) => expect(ticks(minimum, maximum, 4)).toEqual(expected))

  it('maps ranges, downwards too', () => {
    const y = scale([0, 10], [100, 0])
    expect([y(0), y(5), y(10)]).toEqual([100, 50, 0])
  })

  it('leaves out values that are no numbers', () => {
    const identity = (value: number) => value
    expect(linePath([{ x: 1, y: 2 }, { x: 2, y: NaN }, { x: 3, y: 4 }], identity, identity)).toBe('M1.0 2.0L3.0 4.0')
  })
})
