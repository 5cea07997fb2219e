import type { Task } from '../api/types'

/** What a person fills in about a model that was trained elsewhere. */
export interface ModelDraft {
  readonly name: string
  readonly origin: string
  readonly task: Task
  readonly labels: string
  readonly activation: 'LOGITS' | 'PROBABILITIES'
  readonly mode: 'WHOLE' | 'SLICE_WISE' | 'SLIDING_WINDOW'
  readonly patchSize: string
  readonly spacing: string
  readonly normalization: 'z-score' | 'min-max' | 'none'
  readonly intendedUse: string
}

export const EMPTY_DRAFT: ModelDraft = {
  name: '',
  origin: '',
  task: 'SEGMENTATION',
  labels: '',
  activation: 'LOGITS',
  mode: 'WHOLE',
  patchSize: '',
  spacing: '',
  normalization: 'z-score',
  intendedUse: '',
}

const NORMALIZATIONS: Readonly<Record<ModelDraft['normalization'], readonly unknown[]>> = {
  'z-score': [{ type: 'z-score', nonZeroOnly: false }],
  'min-max': [{ type: 'min-max' }],
  none: [],
}

/** The manifest as the platform takes it. Numbers are given as x, y, z with commas between. */
export function toManifest(draft: ModelDraft): Readonly<Record<string, unknown>> {
  const spacing = numbers(draft.spacing)
  const patchSize = numbers(draft.patchSize)
  return {
    name: draft.name.trim(),
    origin: draft.origin.trim(),
    task: draft.task,
    labels: names(draft.labels).map((name, value) => ({ value, name })),
    recipe: {
      schemaVersion: 1,
      steps: [
        ...(spacing.length === 3 ? [{ type: 'resample', spacingMm: spacing }] : []),
        ...NORMALIZATIONS[draft.normalization],
      ],
    },
    inference: {
      mode: draft.mode,
      activation: activationOf(draft),
      cleanup: 'NONE',
      ...(patchSize.length === 3 && { patchSize, overlap: 0.5 }),
    },
    intendedUse: draft.intendedUse.trim(),
  }
}

/** What makes probabilities of the model's output. */
function activationOf({ task, activation }: ModelDraft): 'SOFTMAX' | 'SIGMOID' | 'NONE' {
  if (activation === 'PROBABILITIES') {
    return 'NONE'
  }
  return task === 'MULTI_LABEL_CLASSIFICATION' ? 'SIGMOID' : 'SOFTMAX'
}

export function isComplete(draft: ModelDraft): boolean {
  return [draft.name, draft.origin, draft.intendedUse].every((text) => text.trim() !== '') && names(draft.labels).length >= (draft.task === 'MULTI_LABEL_CLASSIFICATION' ? 1 : 2)
}

function names(text: string): string[] {
  return text
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '')
}

function numbers(text: string): number[] {
  return names(text).map(Number).filter((value) => value > 0)
}
