import { get } from './http'
import type { Destination, Page } from './types'

export function listDestinations(): Promise<Page<Destination>> {
  return get('/destinations')
}
