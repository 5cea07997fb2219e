import { get } from './http'
import type { ReleaseGate } from './types'

export function getReleaseGate(datasetVersionId: string): Promise<ReleaseGate> {
  return get(`/dataset-versions/${datasetVersionId}/release`)
}
