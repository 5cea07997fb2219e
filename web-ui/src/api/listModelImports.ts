import { get } from './http'
import type { ModelImport, Page } from './types'

export function listModelImports(): Promise<Page<ModelImport>> {
  return get('/model-imports')
}
