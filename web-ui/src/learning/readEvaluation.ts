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

export interface Evaluation {
  readonly curves: readonly (readonly [string, readonly Point[]])[]
  readonly operatingPoints: readonly OperatingPoint[]
  /** The worst first. */
  readonly cases: readonly EvaluatedCase[]
  /** Everything else. */
  readonly figures: Readonly<Record<string, unknown>>
}

/** evaluation.json, which is of the training worker's making and may be an older one's. */
export function readEvaluation(value: unknown): Evaluation {
  const { curves, operatingPoints, cases, ...figures } = (typeof value === 'object' && value !== null ? value : {}) as Record<string, unknown>
  return {
    curves: Object.entries((curves ?? {}) as Record<string, Point[]>).filter(([, points]) => points.length > 1),
    operatingPoints: Array.isArray(operatingPoints) ? (operatingPoints as OperatingPoint[]) : [],
    cases: Array.isArray(cases) ? (cases as EvaluatedCase[]) : [],
    figures,
  }
}
