import { get } from './http'
import type { Dataset, Page } from './types'

export function listDatasets(): Promise<Page<Dataset>> {
  return get('/datasets')
}
