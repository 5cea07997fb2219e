import { get } from './http'
import type { RiskReport } from './types'

export function getRiskReport(datasetVersionId: string): Promise<RiskReport> {
  return get(`/dataset-versions/${datasetVersionId}/risk`)
}
