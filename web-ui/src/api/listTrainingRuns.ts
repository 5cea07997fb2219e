import { get } from './http'
import type { Page, TrainingSummary } from './types'

export function listTrainingRuns(): Promise<Page<TrainingSummary>> {
  return get('/training-runs', { limit: 100 })
}
