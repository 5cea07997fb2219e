import { get } from './http'
import type { Page, StudyRecord } from './types'

export function listStudyDeidentification(studyId: string): Promise<Page<StudyRecord>> {
  return get(`/studies/${studyId}/deidentification`)
}
