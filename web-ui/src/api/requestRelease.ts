import { post } from './http'

export async function requestRelease(datasetVersionId: string, reason: string): Promise<void> {
  await post(`/dataset-versions/${datasetVersionId}/releases`, { reason })
}
