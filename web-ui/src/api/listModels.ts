import { get } from './http'
import type { Model, Page } from './types'

export function listModels(): Promise<Page<Model>> {
  return get('/models')
}
