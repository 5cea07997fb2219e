import { get } from './http'
import type { SystemStatus } from './types'

export function getSystem(): Promise<SystemStatus> {
  return get('/system')
}
