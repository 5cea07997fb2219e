/** A class, a finding or a part of a mask. */
export interface Label {
  readonly value: number
  readonly name: string
}

/** How a figure is written. */
export type NameOf = (figure: string) => string

/** Names figures after their labels: `dice.1` of a model whose label 1 is the liver is `dice · liver`. */
export function metricNames(labels: readonly Label[]): NameOf {
  const names = new Map(labels.map(({ value, name }) => [String(value), name]))
  return (figure) => {
    const [, metric, value = ''] = /^(.+)\.(\d+)$/.exec(figure) ?? []
    const name = names.get(value)
    return metric === undefined || name === undefined ? figure : `${metric} · ${name}`
  }
}
