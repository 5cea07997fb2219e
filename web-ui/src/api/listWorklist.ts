import { get } from './http'
import type { Page, WorklistItem, WorklistState } from './types'

export interface WorklistFilter {
  readonly state?: WorklistState | undefined
  readonly search?: string | undefined
}

export function listWorklist(filter: WorklistFilter): Promise<Page<WorklistItem>> {
  return get('/worklist', { state: filter.state, search: filter.search, limit: 200 })
}
