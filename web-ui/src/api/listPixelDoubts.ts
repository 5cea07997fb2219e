import { get } from './http'
import type { Page, PixelDoubt } from './types'

export function listPixelDoubts(): Promise<Page<PixelDoubt>> {
  return get('/pixel-doubts', { limit: 1000 })
}
