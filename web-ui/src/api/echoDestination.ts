import { post } from './http'

/** Sends a C-ECHO to the destination; fails with the reason when it does not answer. */
export async function echoDestination(id: string): Promise<void> {
  await post(`/destinations/${id}/echo`)
}
