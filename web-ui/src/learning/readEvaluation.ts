import type { Point } from '../components/chartScale'

export interface OperatingPoint {
  readonly name: string
  readonly threshold: number
  readonly sensitivity: number
  readonly specificity: number
  readonly ppv: number
  readonly npv: number
}

export interface EvaluatedCase {
  readonly id: string
  readonly values: Readonly<Record<string, number>>
}

export interface Interval {
  readonly estimate: number
  readonly lower: number
  readonly upper: number
}

/** Test cases that share an attribute of patient or device. */
export interface Subgroup {
  readonly attribute: string
  readonly value: string
  readonly cases: number
  readonly metrics: Readonly<Record<string, Interval>>
  readonly isSmall: boolean
  /** Metrics that are worse than those of all cases. */
  readonly gaps: readonly string[]
}

export interface ComparedMetric {
  readonly name: string
  readonly value: number
  readonly reference: number
  readonly difference: number
  readonly lower: number
  readonly upper: number
  readonly pValue: number
  readonly method: string
}

/** This model beside the one that was in production. */
export interface Comparison {
  readonly cases: number
  readonly excluded: number
  readonly metrics: readonly ComparedMetric[]
  readonly refusal?: string | null
}

/** A smaller form of the model. */
export interface Variant {
  readonly file: string
  readonly share: number
  /** Of a call, over that of the model; absent in packages of before, 0 where it does not run. */
  readonly time?: number
  readonly maxAbsDifference: number
  readonly metric: string
  readonly cases: number
  readonly loss: number
  readonly refusal?: string | null
}

export interface Evaluation {
  readonly curves: readonly (readonly [string, readonly Point[]])[]
  readonly operatingPoints: readonly OperatingPoint[]
  /** The worst first. */
  readonly cases: readonly EvaluatedCase[]
  readonly subgroups: readonly Subgroup[]
  readonly comparison: Comparison | undefined
  readonly variants: readonly Variant[]
  /** Names of pictures in the package by the ids of cases. */
  readonly pictures: Readonly<Record<string, string>>
  /** Everything else. */
  readonly figures: Readonly<Record<string, unknown>>
}

/** evaluation.json, which is of the training worker's making and may be an older one's. */
export function readEvaluation(value: unknown): Evaluation {
  const { curves, operatingPoints, cases, subgroups, comparison, variants, pictures, ...figures } = (typeof value === 'object' && value !== null ? value : {}) as Record<string, unknown>
  return {
    curves: Object.entries((curves ?? {}) as Record<string, Point[]>).filter(([, points]) => points.length > 1),
    operatingPoints: Array.isArray(operatingPoints) ? (operatingPoints as OperatingPoint[]) : [],
    cases: Array.isArray(cases) ? (cases as EvaluatedCase[]) : [],
    subgroups: Array.isArray(subgroups) ? (subgroups as Subgroup[]) : [],
    comparison: readComparison(comparison),
    variants: Array.isArray(variants) ? (variants as Variant[]) : [],
    pictures: typeof pictures === 'object' && pictures !== null ? (pictures as Record<string, string>) : {},
    figures,
  }
}

export function readComparison(value: unknown): Comparison | undefined {
  return typeof value === 'object' && value !== null ? (value as Comparison) : undefined
}
