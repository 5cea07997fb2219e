import { post } from './http'

export async function resolveQuarantine(id: string, resolution: 'replay' | 'discard'): Promise<void> {
  await post(`/quarantine/${id}/${resolution}`)
}
