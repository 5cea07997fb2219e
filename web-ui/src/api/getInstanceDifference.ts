import { get } from './http'
import type { InstanceDifference } from './types'

/** Shows the patient's identity; every call is in the audit trail. */
export function getInstanceDifference(recordId: string, instanceId: string): Promise<InstanceDifference> {
  return get(`/deidentification-records/${recordId}/instances/${instanceId}/difference`)
}
