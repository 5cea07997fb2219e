import { get } from './http'
import type { DeidentificationRequest, Page } from './types'

export function listDeidentificationRequests(studyId: string): Promise<Page<DeidentificationRequest>> {
  return get(`/studies/${studyId}/deidentification-requests`)
}
