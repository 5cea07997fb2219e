import { get } from './http'
import type { Source, Page } from './types'

export function listSources(): Promise<Page<Source>> {
  return get('/sources')
}
