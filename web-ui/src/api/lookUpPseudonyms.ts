import { post } from './http'
import type { Original, Page } from './types'

/** Every pseudonym that is looked up is in the audit trail, with the reason. */
export function lookUpPseudonyms(pseudonyms: readonly string[], reason: string): Promise<Page<Original> | undefined> {
  return post('/crosswalk/lookups', { pseudonyms, reason })
}
