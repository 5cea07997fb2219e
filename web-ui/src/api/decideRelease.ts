import { post } from './http'

/** Refused when the person who asked decides. */
export async function decideRelease(id: string, decision: 'approval' | 'decline'): Promise<void> {
  await post(`/dataset-releases/${id}/${decision}`)
}
