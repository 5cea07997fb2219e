import { get } from './http'
import type { Page, RunState, RunSummary } from './types'

export function listPipelineRuns(state: RunState | undefined): Promise<Page<RunSummary>> {
  return get('/pipeline-runs', { state, limit: 100 })
}
