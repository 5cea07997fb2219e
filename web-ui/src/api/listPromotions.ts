import { get } from './http'
import type { Page, Promotion } from './types'

export function listPromotions(): Promise<Page<Promotion>> {
  return get('/promotions')
}
