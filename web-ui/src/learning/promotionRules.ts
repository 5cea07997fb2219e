import type { PromotionRule } from '../api/types'

export type RuleKind = PromotionRule['kind']

/** A rule as the form has it. */
export interface RuleDraft {
  readonly kind: RuleKind
  readonly metric: string
  readonly value: string
}

interface Needs {
  readonly metric: boolean
  readonly value: boolean
}

export const NEEDS: Readonly<Record<RuleKind, Needs>> = {
  CARD_FILLED: { metric: false, value: false },
  MINIMUM_METRIC: { metric: true, value: true },
  SUBGROUP_MINIMUM: { metric: true, value: true },
  NO_SUBGROUP_GAP: { metric: false, value: false },
  NOT_WORSE_THAN_PRODUCTION: { metric: true, value: true },
  BETTER_THAN_PRODUCTION: { metric: true, value: false },
  SHADOW_SAME_MASK: { metric: false, value: true },
  SHADOW_FINDING_PRESENT: { metric: false, value: true },
}

export const KINDS = Object.keys(NEEDS) as readonly RuleKind[]

export function toDraft(rule: PromotionRule): RuleDraft {
  return { kind: rule.kind, metric: rule.metric ?? '', value: rule.value === undefined ? '' : String(rule.value) }
}

/** What the kind of rule needs is there, and a value is from 0 to 1. */
export function isComplete({ kind, metric, value }: RuleDraft): boolean {
  const needs = NEEDS[kind]
  const number = Number(value)
  return (!needs.metric || metric.trim() !== '') && (!needs.value || (value.trim() !== '' && number >= 0 && number <= 1))
}

/** Only what the kind of rule needs. */
export function toRule({ kind, metric, value }: RuleDraft): PromotionRule {
  const needs = NEEDS[kind]
  return { kind, ...(needs.metric && { metric: metric.trim() }), ...(needs.value && { value: Number(value) }) }
}
