import { get } from './http'
import type { Lineage } from './types'

/** Training, data and the first cases that a model version came from. */
export function getLineage(modelVersionId: string, limit: number): Promise<Lineage> {
  return get<Lineage>(`/model-versions/${modelVersionId}/lineage`, { limit })
}
