import { put } from './http'
import type { PromotionRule } from './types'

/** Replaces what versions of a model must fulfil to go into production. */
export async function savePromotionRules(modelId: string, rules: readonly PromotionRule[]): Promise<void> {
  await put(`/models/${modelId}/promotion-rules`, rules)
}
