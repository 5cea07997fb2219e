import { get } from './http'
import type { DatasetQuality } from './types'

export function getDatasetQuality(versionId: string): Promise<DatasetQuality> {
  return get(`/dataset-versions/${versionId}/quality`)
}
