import { get } from './http'
import type { Page, Pipeline } from './types'

export function listPipelines(): Promise<Page<Pipeline>> {
  return get('/pipelines')
}
