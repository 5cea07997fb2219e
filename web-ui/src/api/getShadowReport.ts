import { get } from './http'
import type { ShadowReport } from './types'

/** What a model version did in the shadow of production. */
export function getShadowReport(modelVersionId: string): Promise<ShadowReport> {
  return get<ShadowReport>(`/model-versions/${modelVersionId}/shadow`)
}
