import type { ArchiveSelection } from '../api/importFromArchive'

/** What series of the archive are found by, as the form has it: empty where anything will do. */
export interface QuestionDraft {
  readonly modality: string
  readonly seriesDescription: string
  readonly bodyPart: string
  readonly device: string
  readonly label: string
  readonly review: string
}

export const EMPTY_QUESTION: QuestionDraft = { modality: '', seriesDescription: '', bodyPart: '', device: '', label: '', review: '' }

/** Only what is asked for. */
export function toSelection(draft: QuestionDraft): ArchiveSelection {
  const asked = Object.keys(EMPTY_QUESTION).map((name) => [name, draft[name as keyof QuestionDraft].trim()] as const)
  return Object.fromEntries(asked.filter(([, value]) => value !== ''))
}
