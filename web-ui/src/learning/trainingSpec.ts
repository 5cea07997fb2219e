import type { Optimization, Task, TrainingSpec } from '../api/types'

/** Networks offered for each task, the usual one first. */
export const NETWORKS: Readonly<Record<Task, readonly string[]>> = {
  CLASSIFICATION: ['small-cnn', 'resnet-18', 'resnet-34', 'resnet-50', 'densenet-121'],
  SEGMENTATION: ['unet'],
}

const LOSSES: Readonly<Record<Task, readonly string[]>> = {
  CLASSIFICATION: ['CROSS_ENTROPY', 'BALANCED_CROSS_ENTROPY', 'FOCAL'],
  SEGMENTATION: ['DICE_CROSS_ENTROPY', 'TVERSKY_CROSS_ENTROPY', 'CROSS_ENTROPY', 'FOCAL'],
}

/** Choices of the optimisation for a task, the usual one first. */
export const choices = (task: Task) =>
  [
    { name: 'loss', label: 'training.loss', values: LOSSES[task] },
    { name: 'optimizer', label: 'training.optimizer', values: ['ADAM_W', 'ADAM', 'SGD'] },
    { name: 'schedule', label: 'training.schedule', values: ['COSINE', 'POLYNOMIAL', 'ONE_CYCLE', 'CONSTANT'] },
    { name: 'augmentation', label: 'training.augmentation', values: ['LIGHT', 'STRONG'] },
    { name: 'precision', label: 'training.precision', values: ['FLOAT32', 'BFLOAT16'] },
  ] as const

export interface TrainingDraft {
  readonly modelName: string
  readonly datasetVersionId: string
  readonly network: string
  readonly epochs: string
  readonly batchSize: string
  readonly learningRate: string
  readonly seed: string
  readonly loss: string
  readonly optimizer: string
  readonly schedule: string
  readonly augmentation: string
  readonly precision: string
  readonly patience: string
  readonly mirror: boolean
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
    optimization: toOptimization(draft),
    ...optional('epochs', draft.epochs),
    ...optional('batchSize', draft.batchSize),
    ...optional('learningRate', draft.learningRate),
  }
}

function toOptimization({ loss, optimizer, schedule, augmentation, precision, patience, mirror }: TrainingDraft): Optimization {
  const chosen = Object.entries({ loss, optimizer, schedule, augmentation, precision }).filter(([, value]) => value !== '')
  const epochs = Number(patience)
  return { ...Object.fromEntries(chosen), ...(epochs > 0 ? { patience: epochs } : {}), mirror }
}

function optional(name: 'epochs' | 'batchSize' | 'learningRate', text: string): Partial<TrainingSpec> {
  const value = Number(text)
  return text.trim() === '' || !Number.isFinite(value) || value <= 0 ? {} : { [name]: value }
}
