import { get } from './http'
import type { Page, PromotionRule } from './types'

export function listPromotionRules(modelId: string): Promise<Page<PromotionRule>> {
  return get<Page<PromotionRule>>(`/models/${modelId}/promotion-rules`)
}
