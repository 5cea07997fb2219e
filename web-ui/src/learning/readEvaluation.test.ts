import { describe, expect, it } from 'vitest'
import { readEvaluation } from './readEvaluation'

describe('an evaluation', () => {
  it.each([[undefined], [null], ['text'], [{}]])('may be %j', (value) => {
    expect(readEvaluation(value)).toEqual({
      curves: [],
      operatingPoints: [],
      cases: [],
      subgroups: [],
      comparison: undefined,
      variants: [],
      pictures: {},
      figures: {},
    })
  })
  it('keeps curves, operating points and cases apart from the figures', () => {
    const roc = [
      { x: 0, y: 0 },
      { x: 1, y: 1 },
    ]
    const point = { name: 'balanced', threshold: 0.4, sensitivity: 0.9, specificity: 0.8, ppv: 0.7, npv: 0.95 }
    const read = readEvaluation({
      metrics: { auc: 0.9 },
      curves: { roc, 'volumeAgreement.1': [{ x: 1, y: 1 }] },
      operatingPoints: [point],
      cases: [{ id: 'a', values: { dice: 0.5 } }],
      subgroups: [{ attribute: 'SEX', value: 'F', cases: 3, metrics: {}, isSmall: true, gaps: [] }],
      comparison: { cases: 3, excluded: 1, metrics: [] },
      pictures: { a: 'picture-01.png' },
    })
    expect(read.subgroups[0]?.value).toBe('F')
    expect(read.comparison?.excluded).toBe(1)
    expect(read.curves).toEqual([['roc', roc]])
    expect(read.operatingPoints).toEqual([point])
    expect(read.cases).toHaveLength(1)
    expect(read.pictures).toEqual({ a: 'picture-01.png' })
    expect(read.figures).toEqual({ metrics: { auc: 0.9 } })
  })
})
