import { get } from './http'
import type { DeidentifiedInstance, Page } from './types'

export function listDeidentifiedInstances(recordId: string): Promise<Page<DeidentifiedInstance>> {
  return get(`/deidentification-records/${recordId}/instances`)
}
