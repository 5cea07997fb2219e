import { post, put } from './http'
import type { Source } from './types'

export type SourceDraft = Omit<Source, 'id'>

/** Creates a source, or changes the one with the id. */
export async function saveSource(draft: SourceDraft, id: string | undefined): Promise<void> {
  await (id === undefined ? post('/sources', draft) : put(`/sources/${id}`, draft))
}
