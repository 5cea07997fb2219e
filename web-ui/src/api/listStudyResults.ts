import { get } from './http'
import type { Page, StudyResult } from './types'

export function listStudyResults(studyId: string): Promise<Page<StudyResult>> {
  return get(`/studies/${studyId}/results`)
}
