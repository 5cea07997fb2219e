import { get } from './http'
import type { Page, TrainingRun } from './types'

export function listTrainingRuns(): Promise<Page<TrainingRun>> {
  return get('/training-runs', { limit: 100 })
}
