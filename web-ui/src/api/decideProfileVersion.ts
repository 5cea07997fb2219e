import { post } from './http'

/** Refused when the author decides. */
export async function decideProfileVersion(name: string, version: number, decision: 'approval' | 'decline'): Promise<void> {
  await post(`/deidentification-profiles/${encodeURIComponent(name)}/versions/${version}/${decision}`)
}
