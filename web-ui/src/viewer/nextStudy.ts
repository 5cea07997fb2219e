import type { WorklistItem } from '../api/types'

/** The study to read after this one: the next that waits for review, from here on and then from the top. */
export function nextStudy(worklist: readonly WorklistItem[], studyId: string): WorklistItem | undefined {
  const here = worklist.findIndex((item) => item.studyId === studyId)
  const inOrder = [...worklist.slice(here + 1), ...worklist.slice(0, Math.max(0, here))]
  return inOrder.find((item) => item.state === 'READY_FOR_REVIEW')
}
