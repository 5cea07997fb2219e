import { get } from './http'
import type { Page, ProjectKey } from './types'

export function listProjectKeys(): Promise<Page<ProjectKey>> {
  return get('/project-keys')
}
