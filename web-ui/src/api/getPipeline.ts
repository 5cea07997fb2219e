import { get } from './http'
import type { Pipeline } from './types'

export function getPipeline(name: string): Promise<Pipeline> {
  return get(`/pipelines/${encodeURIComponent(name)}`)
}
