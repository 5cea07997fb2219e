import type { NameOf } from './metricName'

/** One figure of an evaluation, with its path in words. */
export interface Figure {
  readonly name: string
  readonly value: string | number | boolean
}

const LONGEST_LIST = 4

/** Every number and text of evaluation.json as a line of a table. Long lists (curves, cases) are left to their own views. */
export function flattenFigures(value: unknown, nameOf: NameOf = (name) => name, path: readonly string[] = []): Figure[] {
  if (typeof value === 'number' || typeof value === 'string' || typeof value === 'boolean') {
    return [{ name: path.join(' · '), value }]
  }
  if (Array.isArray(value)) {
    const isShort = value.length <= LONGEST_LIST && value.every((item) => typeof item === 'number')
    return isShort ? [{ name: path.join(' · '), value: value.map(roundText).join(' – ') }] : []
  }
  if (typeof value === 'object' && value !== null) {
    return Object.entries(value).flatMap(([name, nested]) => flattenFigures(nested, nameOf, [...path, nameOf(name)]))
  }
  return []
}

function roundText(value: unknown): string {
  return String(Math.round(Number(value) * 10_000) / 10_000)
}
