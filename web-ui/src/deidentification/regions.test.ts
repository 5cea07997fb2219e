import { describe, expect, it } from 'vitest'
import { regionBetween } from './regions'

const SIZE = { columns: 100, rows: 50 }

describe('regionBetween', () => {
  it.each([
    ['from the upper left', { x: 10.2, y: 5.9 }, { x: 20.1, y: 7.1 }, { x: 10, y: 5, width: 11, height: 3 }],
    ['from the lower right', { x: 20.1, y: 7.1 }, { x: 10.2, y: 5.9 }, { x: 10, y: 5, width: 11, height: 3 }],
    ['cut at the edges', { x: -4, y: 40 }, { x: 200, y: 90 }, { x: 0, y: 40, width: 100, height: 10 }],
    ['outside', { x: 101, y: 5 }, { x: 140, y: 20 }, undefined],
    ['without an area', { x: 3, y: 5 }, { x: 3, y: 9 }, undefined],
  ])('%s', (_, one, other, region) => {
    expect(regionBetween(one, other, SIZE)).toEqual(region)
  })
})
