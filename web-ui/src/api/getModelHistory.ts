import { get } from './http'
import type { ModelHistory } from './types'

/** What was live when. */
export function getModelHistory(modelId: string): Promise<ModelHistory> {
  return get(`/models/${modelId}/history`)
}
