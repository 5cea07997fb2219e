import { get } from './http'
import type { AuditVerification } from './types'

export function verifyAudit(): Promise<AuditVerification> {
  return get('/audit/verification')
}
