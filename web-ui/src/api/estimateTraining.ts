import { get, post } from './http'
import type { TrainingEstimate, TrainingSpec } from './types'

export interface EstimateRequest {
  readonly datasetVersionId: string
  readonly spec: TrainingSpec
}

const PAUSE_MS = 500
const MOST_QUESTIONS = 120

/** Asks a worker what memory a training would need, and waits for the answer. */
export async function estimateTraining(request: EstimateRequest): Promise<TrainingEstimate | undefined> {
  let estimate = await post<TrainingEstimate>('/training-runs/estimates', request)
  for (let asked = 0; estimate !== undefined && !isEnded(estimate) && asked < MOST_QUESTIONS; asked++) {
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS))
    estimate = await get<TrainingEstimate>(`/training-runs/estimates/${estimate.id}`)
  }
  return estimate
}

function isEnded({ state }: TrainingEstimate): boolean {
  return state === 'COMPLETED' || state === 'FAILED' || state === 'CANCELLED'
}
