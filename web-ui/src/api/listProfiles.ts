import { get } from './http'
import type { Page, Profile } from './types'

export function listProfiles(): Promise<Page<Profile>> {
  return get('/deidentification-profiles')
}
