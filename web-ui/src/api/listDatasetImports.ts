import { get } from './http'
import type { DatasetImport, Page } from './types'

export function listDatasetImports(): Promise<Page<DatasetImport>> {
  return get('/dataset-imports', { limit: 50 })
}
