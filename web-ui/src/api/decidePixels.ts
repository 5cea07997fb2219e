import { post } from './http'
import type { PixelDecision, Region } from './types'

/** Decides what is blanked in every frame of an image in doubt, and nothing else. */
export function decidePixels(
  recordId: string,
  instanceId: string,
  regions: readonly Region[],
  isForAlike: boolean,
): Promise<PixelDecision | undefined> {
  return post(`/deidentification-records/${recordId}/instances/${instanceId}/pixel-decision`, {
    regions,
    alike: isForAlike,
  })
}
