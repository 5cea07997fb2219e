import { describe, expect, it } from 'vitest'
import { isComplete, KINDS, toDraft, toRule } from './promotionRules'

describe('promotion rules', () => {
  it.each([
    ['CARD_FILLED', '', '', true],
    ['MINIMUM_METRIC', 'auc', '0.9', true],
    ['MINIMUM_METRIC', ' ', '0.9', false],
    ['MINIMUM_METRIC', 'auc', '', false],
    ['MINIMUM_METRIC', 'auc', '90', false],
    ['MINIMUM_METRIC', 'auc', 'much', false],
    ['NOT_WORSE_THAN_PRODUCTION', 'dice', '0', true],
    ['BETTER_THAN_PRODUCTION', 'dice', '', true],
    ['BETTER_THAN_PRODUCTION', '', '', false],
  ] as const)('%s with the metric "%s" and the value "%s" is complete: %s', (kind, metric, value, complete) => {
    expect(isComplete({ kind, metric, value })).toBe(complete)
  })
  it('keep only what their kind needs', () => {
    expect(toRule({ kind: 'CARD_FILLED', metric: 'auc', value: '1' })).toEqual({ kind: 'CARD_FILLED' })
    expect(toRule({ kind: 'BETTER_THAN_PRODUCTION', metric: ' auc ', value: '1' })).toEqual({ kind: 'BETTER_THAN_PRODUCTION', metric: 'auc' })
  })
  it.each(KINDS)('%s comes back from the form as it was', (kind) => {
    const rule = toRule({ kind, metric: 'auc', value: '0.5' })
    expect(toRule(toDraft(rule))).toEqual(rule)
  })
})
