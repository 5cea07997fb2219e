import { post, put } from './http'
import type { Destination } from './types'

export type DestinationDraft = Omit<Destination, 'id'>

/** Creates a destination, or changes the one with the id. */
export async function saveDestination(draft: DestinationDraft, id: string | undefined): Promise<void> {
  await (id === undefined ? post('/destinations', draft) : put(`/destinations/${id}`, draft))
}
