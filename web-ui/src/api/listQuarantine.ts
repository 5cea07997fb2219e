import { get } from './http'
import type { Page, QuarantineItem } from './types'

export function listQuarantine(): Promise<Page<QuarantineItem>> {
  return get('/quarantine', { limit: 200 })
}
