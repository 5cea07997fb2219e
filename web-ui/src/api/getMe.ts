import { get } from './http'
import type { Me } from './types'

export function getMe(): Promise<Me> {
  return get<Me>('/me')
}
