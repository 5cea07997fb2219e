import { post } from './http'

/** Puts the version into production that was there before. */
export async function rollBackModel(modelId: string, reason: string): Promise<void> {
  await post(`/models/${modelId}/rollback`, { reason })
}
