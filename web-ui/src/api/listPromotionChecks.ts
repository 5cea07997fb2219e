import { get } from './http'
import type { Page, RuleCheck } from './types'

/** The rules of the model held against a version. */
export function listPromotionChecks(modelVersionId: string): Promise<Page<RuleCheck>> {
  return get(`/model-versions/${modelVersionId}/promotion-checks`)
}
