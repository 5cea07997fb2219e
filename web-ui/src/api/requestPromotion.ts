import { post } from './http'

export async function requestPromotion(modelVersionId: string, reason: string): Promise<void> {
  await post(`/model-versions/${modelVersionId}/promotions`, { reason })
}
