import { get } from './http'
import type { AuditEvent, Page } from './types'

export interface AuditFilter {
  readonly from?: string
  readonly to?: string
  readonly actor?: string
  readonly action?: string
  readonly limit: number
  readonly offset: number
}

export function listAuditEvents(filter: AuditFilter): Promise<Page<AuditEvent>> {
  return get('/audit', { ...filter })
}
