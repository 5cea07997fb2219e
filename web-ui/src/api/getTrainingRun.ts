import { get } from './http'
import type { TrainingRun } from './types'

export function getTrainingRun(id: string): Promise<TrainingRun> {
  return get(`/training-runs/${id}`)
}
