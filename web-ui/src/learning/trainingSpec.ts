import type { Task, TrainingSpec } from '../api/types'

/** Networks offered for each task, the usual one first. */
export const NETWORKS: Readonly<Record<Task, readonly string[]>> = {
  CLASSIFICATION: ['small-cnn'],
  SEGMENTATION: ['unet'],
}

export interface TrainingDraft {
  readonly modelName: string
  readonly datasetVersionId: string
  readonly network: string
  readonly epochs: string
  readonly batchSize: string
  readonly learningRate: string
  readonly seed: string
}

const PARITY_TOLERANCE = 1e-4

/** What is left empty is absent: the platform then chooses from the dataset. */
export function toSpec(task: Task, draft: TrainingDraft): TrainingSpec {
  return {
    task,
    network: draft.network,
    networkOptions: {},
    seed: Number(draft.seed) || 1,
    parityTolerance: PARITY_TOLERANCE,
    ...optional('epochs', draft.epochs),
    ...optional('batchSize', draft.batchSize),
    ...optional('learningRate', draft.learningRate),
  }
}

function optional(name: 'epochs' | 'batchSize' | 'learningRate', text: string): Partial<TrainingSpec> {
  const value = Number(text)
  return text.trim() === '' || !Number.isFinite(value) || value <= 0 ? {} : { [name]: value }
}
