import { get } from './http'
import type { Page, PipelineRun, RunState } from './types'

export function listPipelineRuns(state: RunState | undefined): Promise<Page<PipelineRun>> {
  return get('/pipeline-runs', { state, limit: 100 })
}
