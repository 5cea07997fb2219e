import { post } from './http'
import type { ModelStage } from './types'

/** To any stage that needs no second person. */
export async function moveModelVersion(modelVersionId: string, stage: ModelStage, reason: string): Promise<void> {
  await post(`/model-versions/${modelVersionId}/stage`, { stage, reason })
}
