import type { Optimization, Task, TrainingSpec } from '../api/types'

const CLASSIFIERS = ['small-cnn', 'efficientnet-small', 'resnet-18', 'resnet-34', 'resnet-50', 'densenet-121']

/** Networks offered for each task, the usual one first. */
export const NETWORKS: Readonly<Record<Task, readonly string[]>> = {
  CLASSIFICATION: CLASSIFIERS,
  MULTI_LABEL_CLASSIFICATION: CLASSIFIERS,
  SEGMENTATION: ['unet', 'residual-unet'],
}

const LOSSES: Readonly<Record<Task, readonly string[]>> = {
  CLASSIFICATION: ['CROSS_ENTROPY', 'BALANCED_CROSS_ENTROPY', 'FOCAL'],
  MULTI_LABEL_CLASSIFICATION: ['CROSS_ENTROPY', 'BALANCED_CROSS_ENTROPY'],
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

/** What a training step may do beside its update, with the largest value that makes sense. */
export const REFINEMENTS = [
  { name: 'averageDecay', label: 'training.averageDecay', hint: 'training.averageDecay.hint', step: 'any', most: 0.99999 },
  { name: 'microBatches', label: 'training.microBatches', hint: 'training.microBatches.hint', step: '1', most: 4096 },
  { name: 'mixup', label: 'training.mixup', hint: 'training.mixup.hint', step: 'any', most: 10 },
  { name: 'gradientNormLimit', label: 'training.gradientNormLimit', hint: 'training.gradientNormLimit.hint', step: 'any', most: 1e6 },
] as const

export type RefinementName = (typeof REFINEMENTS)[number]['name']

export interface TrainingDraft extends Readonly<Record<RefinementName, string>> {
  readonly modelName: string
  readonly datasetVersionId: string
  readonly network: string
  readonly epochs: string
  readonly batchSize: string
  readonly learningRate: string
  readonly seed: string
  readonly folds: string
  /** Model version whose weights to start from. */
  readonly from: string
  /** Beginnings of the names of layers that do not change, separated by commas. */
  readonly frozen: string
  readonly loss: string
  readonly optimizer: string
  readonly schedule: string
  readonly augmentation: string
  readonly precision: string
  readonly patience: string
  readonly mirror: boolean
}

/** Everything left to the platform. */
export const EMPTY_DRAFT: TrainingDraft = {
  modelName: '',
  datasetVersionId: '',
  network: '',
  epochs: '',
  batchSize: '',
  learningRate: '',
  seed: '1',
  folds: '',
  from: '',
  frozen: '',
  loss: '',
  optimizer: '',
  schedule: '',
  augmentation: '',
  precision: '',
  patience: '',
  mirror: false,
  averageDecay: '',
  microBatches: '',
  mixup: '',
  gradientNormLimit: '',
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
    ...optional('folds', draft.folds),
    ...toTransfer(draft),
  }
}

function toTransfer({ from, frozen }: TrainingDraft): Partial<TrainingSpec> {
  const layers = frozen.split(',').map((layer) => layer.trim()).filter((layer) => layer !== '')
  return from === '' ? {} : { transfer: { modelVersionId: from, ...(layers.length > 0 ? { frozen: layers } : {}) } }
}

function toOptimization(draft: TrainingDraft): Optimization {
  const { loss, optimizer, schedule, augmentation, precision, patience, mirror } = draft
  const chosen = Object.entries({ loss, optimizer, schedule, augmentation, precision }).filter(([, value]) => value !== '')
  const epochs = Number(patience)
  const refinement = toRefinement(draft)
  return {
    ...Object.fromEntries(chosen),
    ...(epochs > 0 ? { patience: epochs } : {}),
    ...(Object.keys(refinement).length > 0 ? { refinement } : {}),
    mirror,
  }
}

function toRefinement(draft: TrainingDraft): NonNullable<Optimization['refinement']> {
  return Object.fromEntries(REFINEMENTS.map(({ name }) => [name, Number(draft[name])] as const).filter(([, value]) => value > 0))
}

function optional(name: 'epochs' | 'batchSize' | 'learningRate' | 'folds', text: string): Partial<TrainingSpec> {
  const value = Number(text)
  return text.trim() === '' || !Number.isFinite(value) || value <= 0 ? {} : { [name]: value }
}
