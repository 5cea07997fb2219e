import type { TrainingEpoch } from '../api/types'
import type { ChartSeries } from '../components/LineChart'
import type { NameOf } from './metricName'

const COLORS = ['#57c7d4', '#f2b95c', '#7fd18b', '#c79bf2', '#f28b82', '#9fb8f5'] as const

/** One chart of a training run. */
export interface MetricChart {
  readonly kind: 'loss' | 'metric'
  readonly series: readonly ChartSeries[]
}

/** The losses in one chart and every other metric in a second one, in the order of their names. */
export function metricCharts(epochs: readonly TrainingEpoch[], nameOf: NameOf = (name) => name): MetricChart[] {
  const names = [...new Set(epochs.flatMap((epoch) => Object.keys(epoch.metrics)))].sort()
  const charts: MetricChart[] = [
    { kind: 'loss', series: toSeries(names.filter(isLoss), epochs, nameOf) },
    { kind: 'metric', series: toSeries(names.filter((name) => !isLoss(name) && !isSetting(name)), epochs, nameOf) },
  ]
  return charts.filter((chart) => chart.series.length > 0)
}

function isLoss(name: string): boolean {
  return /loss$/i.test(name)
}

/** Values that describe how the epoch ran, not how well. */
function isSetting(name: string): boolean {
  return /^(learningRate|seconds|imagesPerSecond|stepsPerSecond)$/i.test(name)
}

function toSeries(names: readonly string[], epochs: readonly TrainingEpoch[], nameOf: NameOf): ChartSeries[] {
  return names.map((name, index) => ({
    name: nameOf(name),
    color: COLORS[index % COLORS.length] ?? COLORS[0],
    points: [...epochs]
      .sort((a, b) => a.epoch - b.epoch)
      .flatMap((epoch) => {
        const value = epoch.metrics[name]
        return value === undefined ? [] : [{ x: epoch.epoch, y: value }]
      }),
  }))
}
