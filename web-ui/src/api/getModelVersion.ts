import { get } from './http'
import type { ModelVersion } from './types'

export function getModelVersion(id: string): Promise<ModelVersion> {
  return get(`/model-versions/${id}`)
}
