import { post } from './http'
import type { ProfileVersion } from './types'

export function createProfileVersion(name: string, definition: unknown): Promise<ProfileVersion | undefined> {
  return post(`/deidentification-profiles/${encodeURIComponent(name)}/versions`, { definition })
}
