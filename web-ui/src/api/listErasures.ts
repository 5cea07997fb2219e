import { get } from './http'
import type { Erasure, Page } from './types'

export function listErasures(): Promise<Page<Erasure>> {
  return get('/crosswalk/erasures')
}
