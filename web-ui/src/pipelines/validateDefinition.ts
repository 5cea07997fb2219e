import { isStepKind, STEP_KINDS } from './stepKinds'

/** Something wrong in a pipeline definition: where, which rule, and what to do. */
export interface DefinitionProblem {
  readonly path: string
  readonly message: string
}

export type Validation =
  | { readonly kind: 'valid'; readonly definition: unknown }
  | { readonly kind: 'invalid'; readonly problems: readonly DefinitionProblem[] }

const REQUIRED: Readonly<Record<string, readonly string[]>> = { INFER: ['model'], DELIVER: ['destination'] }

/**
 * Checks a definition before it is sent, so that mistakes show while typing. The platform checks it again and knows more:
 * whether the model and the destination exist.
 */
export function validateDefinition(text: string): Validation {
  let definition: unknown
  try {
    definition = JSON.parse(text)
  } catch (error) {
    return invalid([{ path: '', message: error instanceof Error ? error.message : String(error) }])
  }
  if (!isRecord(definition)) {
    return invalid([{ path: '', message: 'must be an object with "match" and "steps"' }])
  }
  const problems = [...matchProblems(definition['match']), ...stepsProblems(definition['steps'])]
  return problems.length === 0 ? { kind: 'valid', definition } : invalid(problems)
}

function matchProblems(match: unknown): DefinitionProblem[] {
  if (!isRecord(match)) {
    return [{ path: 'match', message: 'must be an object, such as {"modality": ["MR"]}' }]
  }
  const problems: DefinitionProblem[] = []
  for (const name of ['modality', 'sourceAeTitle']) {
    const value = match[name]
    if (value !== undefined && !(Array.isArray(value) && value.every((one) => typeof one === 'string'))) {
      problems.push({ path: `match.${name}`, message: 'must be a list of texts, such as ["MR"]' })
    }
  }
  for (const name of ['seriesDescription', 'bodyPart']) {
    if (match[name] !== undefined && !isPattern(match[name])) {
      problems.push({ path: `match.${name}`, message: 'must be a regular expression' })
    }
  }
  const minimum = match['minimumInstances']
  if (minimum !== undefined && !(Number.isInteger(minimum) && Number(minimum) > 0)) {
    problems.push({ path: 'match.minimumInstances', message: 'must be a whole number above 0' })
  }
  return problems
}

function stepsProblems(steps: unknown): DefinitionProblem[] {
  if (!Array.isArray(steps) || steps.length === 0) {
    return [{ path: 'steps', message: 'must be a list with at least one step' }]
  }
  const kinds = steps.map((step: unknown) => (isRecord(step) ? step['kind'] : undefined))
  return [...steps.flatMap((step: unknown, index) => stepProblems(step, index)), ...orderProblems(kinds)]
}

function stepProblems(step: unknown, index: number): DefinitionProblem[] {
  const path = `steps[${index}]`
  if (!isRecord(step) || !isStepKind(step['kind'])) {
    return [{ path: `${path}.kind`, message: `must be one of ${STEP_KINDS.join(', ')}` }]
  }
  return (REQUIRED[step['kind']] ?? [])
    .filter((name) => typeof step[name] !== 'string' || step[name] === '')
    .map((name) => ({ path: `${path}.${name}`, message: `is required for ${String(step['kind'])}` }))
}

function orderProblems(kinds: readonly unknown[]): DefinitionProblem[] {
  const infer = kinds.indexOf('INFER')
  const deidentify = kinds.indexOf('DEIDENTIFY')
  const relink = kinds.indexOf('RELINK')
  const problems: DefinitionProblem[] = []
  if (infer >= 0 && (deidentify < 0 || deidentify > infer)) {
    problems.push({ path: `steps[${infer}]`, message: 'INFER needs DEIDENTIFY before it: workers never see an identity' })
  }
  if (relink >= 0 && (infer < 0 || infer > relink)) {
    problems.push({ path: `steps[${relink}]`, message: 'RELINK needs INFER before it' })
  }
  return problems
}

function isPattern(value: unknown): boolean {
  if (typeof value !== 'string') {
    return false
  }
  try {
    new RegExp(value.replace(/^\(\?i\)/, ''))
    return true
  } catch {
    return false
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function invalid(problems: readonly DefinitionProblem[]): Validation {
  return { kind: 'invalid', problems }
}
