import { remove } from './http'

export function deleteDestination(id: string): Promise<void> {
  return remove(`/destinations/${id}`)
}
