import { getText } from './http'

/** The JSON of a version as it was stored and hashed. */
export function getProfileDefinition(name: string, version: number): Promise<string> {
  return getText(`/deidentification-profiles/${encodeURIComponent(name)}/versions/${version}`, 'application/json')
}
