import { describe, expect, it } from 'vitest'
import type { TrainingEpoch } from '../api/types'
import { flattenFigures } from './flattenFigures'
import { parseMarkdown } from './markdown'
import { metricCharts } from './metricSeries'
import { choices, EMPTY_DRAFT, toSpec } from './trainingSpec'

describe('metric charts', () => {
  const epoch = (number: number, metrics: Record<string, number>): TrainingEpoch => ({
    epoch: number,
    epochs: 3,
    metrics,
    secondsLeft: 1,
    at: '2024-01-01T00:00:00Z',
  })
  it('put losses apart from metrics, in the order of the epochs', () => {
    const charts = metricCharts([
      epoch(2, { trainLoss: 0.5, tuneLoss: 0.6, tuneDice: 0.8 }),
      epoch(1, { trainLoss: 0.9, tuneLoss: 1, tuneDice: 0.4, learningRate: 0.01 }),
    ])
    expect(charts.map((chart) => [chart.kind, chart.series.map((series) => series.name)])).toEqual([
      ['loss', ['trainLoss', 'tuneLoss']],
      ['metric', ['tuneDice']],
    ])
    expect(charts[1]?.series[0]?.points).toEqual([
      { x: 1, y: 0.4 },
      { x: 2, y: 0.8 },
    ])
  })
  it('are none before the first epoch', () => expect(metricCharts([])).toEqual([]))
})

describe('training spec', () => {
  const draft = { ...EMPTY_DRAFT, modelName: 'm', datasetVersionId: 'd', network: 'unet', batchSize: '0', learningRate: 'x', seed: '' }
  it('leaves out what is empty or no positive number', () => {
    expect(toSpec('SEGMENTATION', draft)).toEqual({
      task: 'SEGMENTATION',
      network: 'unet',
      networkOptions: {},
      seed: 1,
      parityTolerance: 1e-4,
      optimization: { mirror: false },
    })
  })
  it('passes on what is given', () => {
    expect(toSpec('SEGMENTATION', { ...draft, epochs: '12', learningRate: '0.001' })).toMatchObject({ epochs: 12, learningRate: 0.001 })
    expect(toSpec('SEGMENTATION', { ...draft, loss: 'FOCAL', patience: '5', mirror: true }).optimization).toEqual({
      loss: 'FOCAL',
      patience: 5,
      mirror: true,
    })
  })
  it('names only the refinements that are asked for', () => {
    expect(toSpec('CLASSIFICATION', { ...draft, averageDecay: '0.999', microBatches: '2', mixup: '0' }).optimization).toEqual({
      mirror: false,
      refinement: { averageDecay: 0.999, microBatches: 2 },
    })
  })
  it('starts from an earlier model and cross-validates where that is asked for', () => {
    expect(toSpec('CLASSIFICATION', { ...draft, folds: '5', from: 'v1', frozen: 'stem, stage0,' })).toMatchObject({
      folds: 5,
      transfer: { modelVersionId: 'v1', frozen: ['stem', 'stage0'] },
    })
    expect(toSpec('CLASSIFICATION', { ...draft, frozen: 'stem' })).not.toHaveProperty('transfer')
  })
  it('offers a multi-label classification no loss of classes that exclude each other', () => {
    const losses = choices('MULTI_LABEL_CLASSIFICATION').find(({ name }) => name === 'loss')?.values
    expect(losses).toEqual(['CROSS_ENTROPY', 'BALANCED_CROSS_ENTROPY'])
  })
})

describe('model card', () => {
  it('is read block by block, without markup', () => {
    expect(parseMarkdown('# Hippocampus\nA **model** for\nresearch.\n\n- one\n- `two`\n\n| label | dice |\n|---|---:|\n| a | 0.9 |')).toEqual([
      { kind: 'heading', level: 1, text: 'Hippocampus' },
      { kind: 'paragraph', text: 'A model for research.' },
      { kind: 'list', items: ['one', 'two'] },
      { kind: 'table', header: ['label', 'dice'], rows: [['a', '0.9']] },
    ])
  })
})

describe('evaluation figures', () => {
  it('are named by their path, with short lists as ranges and long lists left out', () => {
    const roc = Array.from({ length: 50 }, (_, index) => index / 50)
    expect(flattenFigures({ cases: 30, dice: { Anterior: { mean: 0.889, interval: [0.87123456, 0.9] } }, roc })).toEqual([
      { name: 'cases', value: 30 },
      { name: 'dice · Anterior · mean', value: 0.889 },
      { name: 'dice · Anterior · interval', value: '0.8712 – 0.9' },
    ])
  })
  it('of nothing are none', () => expect(flattenFigures(undefined)).toEqual([]))
})
