import { get } from './http'
import type { Profile } from './types'

export function getProfile(name: string): Promise<Profile> {
  return get(`/deidentification-profiles/${encodeURIComponent(name)}`)
}
