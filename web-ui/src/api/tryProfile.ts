import { send } from './http'
import type { ProfileTrial } from './types'

/** What a version would do to a DICOM file; nothing is stored. */
export async function tryProfile(name: string, version: number, file: Blob): Promise<ProfileTrial> {
  const path = `/api/v1/deidentification-profiles/${encodeURIComponent(name)}/versions/${version}/trial`
  return (await (await send('POST', path, { content: file })).json()) as ProfileTrial
}
