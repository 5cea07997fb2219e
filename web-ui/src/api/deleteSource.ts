import { remove } from './http'

export function deleteSource(id: string): Promise<void> {
  return remove(`/sources/${id}`)
}
