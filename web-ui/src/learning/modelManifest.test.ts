import { describe, expect, it } from 'vitest'
import { EMPTY_DRAFT, isComplete, toManifest } from './modelManifest'

describe('the manifest of a foreign model', () => {
  const draft = { ...EMPTY_DRAFT, name: 'seg ', origin: 'nnU-Net 2', labels: 'background, liver,', intendedUse: 'research' }
  it('numbers the labels in their order', () => {
    expect(toManifest(draft)).toEqual({
      name: 'seg',
      origin: 'nnU-Net 2',
      task: 'SEGMENTATION',
      labels: [
        { value: 0, name: 'background' },
        { value: 1, name: 'liver' },
      ],
      recipe: { schemaVersion: 1, steps: [{ type: 'z-score', nonZeroOnly: false }] },
      inference: { mode: 'WHOLE', activation: 'SOFTMAX', cleanup: 'NONE' },
      intendedUse: 'research',
    })
  })
  it('resamples and cuts patches where sizes are given', () => {
    const manifest = toManifest({ ...draft, spacing: '1, 1, 2.5', patchSize: '96,96,48', mode: 'SLIDING_WINDOW', normalization: 'none' })
    expect(manifest['recipe']).toEqual({ schemaVersion: 1, steps: [{ type: 'resample', spacingMm: [1, 1, 2.5] }] })
    expect(manifest['inference']).toMatchObject({ patchSize: [96, 96, 48], overlap: 0.5 })
  })
  it.each([
    ['SEGMENTATION', 'LOGITS', 'SOFTMAX'],
    ['CLASSIFICATION', 'LOGITS', 'SOFTMAX'],
    ['MULTI_LABEL_CLASSIFICATION', 'LOGITS', 'SIGMOID'],
    ['MULTI_LABEL_CLASSIFICATION', 'PROBABILITIES', 'NONE'],
  ] as const)('%s with %s applies %s', (task, activation, applied) => {
    expect(toManifest({ ...draft, task, activation })['inference']).toMatchObject({ activation: applied })
  })
  it.each([
    [draft, true],
    [{ ...draft, task: 'MULTI_LABEL_CLASSIFICATION' as const, labels: 'effusion' }, true],
    [{ ...draft, labels: 'one' }, false],
    [{ ...draft, origin: ' ' }, false],
  ])('%# is complete or not', (each, complete) => expect(isComplete(each)).toBe(complete))
})
