import { describe, expect, it } from 'vitest'
import { flattenFigures } from './flattenFigures'
import { metricNames } from './metricName'
import { metricCharts } from './metricSeries'

const nameOf = metricNames([
  { value: 0, name: 'background' },
  { value: 1, name: 'Anterior' },
])

describe('figures of labels', () => {
  it.each([
    ['dice.1', 'dice · Anterior'],
    ['fold2.tuneDice.1', 'fold2.tuneDice · Anterior'],
    ['probability.0', 'probability · background'],
    ['dice.7', 'dice.7'],
    ['dice', 'dice'],
    ['folds.tuneAuc', 'folds.tuneAuc'],
  ])('%s is read as %s', (figure, name) => expect(nameOf(figure)).toBe(name))

  it('have their names in the table of an evaluation', () =>
    expect(flattenFigures({ intervals: { 'dice.1': { lower: 0.8 } } }, nameOf)).toEqual([{ name: 'intervals · dice · Anterior · lower', value: 0.8 }]))

  it('have their names in the charts of a training', () =>
    expect(metricCharts([{ epoch: 1, epochs: 2, metrics: { 'tuneDice.1': 0.5, tuneDice: 0.5 }, secondsLeft: 1, at: '2024-01-01T00:00:00Z' }], nameOf)[0]?.series.map(({ name }) => name)).toEqual([
      'tuneDice',
      'tuneDice · Anterior',
    ]))
})
