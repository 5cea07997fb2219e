import { get } from './http'
import type { DeidentificationRecord } from './types'

export function getDeidentificationRecord(id: string): Promise<DeidentificationRecord> {
  return get(`/deidentification-records/${id}`)
}
