import { post } from './http'

export async function requestDeidentification(studyId: string, profile: string): Promise<void> {
  await post(`/studies/${studyId}/deidentification`, { profile })
}
