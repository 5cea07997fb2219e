import { post } from './http'
import type { TrainingRun, TrainingSpec } from './types'

export interface TrainingRequest {
  readonly modelName: string
  readonly datasetVersionId: string
  readonly spec: TrainingSpec
}

export function startTraining(request: TrainingRequest): Promise<TrainingRun | undefined> {
  return post<TrainingRun>('/training-runs', request)
}
