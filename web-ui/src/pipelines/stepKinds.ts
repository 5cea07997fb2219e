/** The step kinds that the platform knows, in the order in which a pipeline usually has them. */
export const STEP_KINDS = ['QUALITY_GATE', 'DEIDENTIFY', 'INFER', 'RELINK', 'REVIEW', 'DELIVER'] as const

export type StepKind = (typeof STEP_KINDS)[number]

export function isStepKind(kind: unknown): kind is StepKind {
  return STEP_KINDS.some((known) => known === kind)
}
