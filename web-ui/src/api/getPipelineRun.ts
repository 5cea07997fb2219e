import { get } from './http'
import type { PipelineRun } from './types'

export function getPipelineRun(id: string): Promise<PipelineRun> {
  return get(`/pipeline-runs/${id}`)
}
