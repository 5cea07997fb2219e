import { get } from './http'
import type { Page, ProfileChange } from './types'

export function compareProfileVersions(name: string, from: number, to: number): Promise<Page<ProfileChange>> {
  return get(`/deidentification-profiles/${encodeURIComponent(name)}/differences`, { from, to })
}
