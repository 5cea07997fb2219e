import { get } from './http'
import type { CardText, Page } from './types'

/** What people have written on a model card. */
export function listCardTexts(modelVersionId: string): Promise<Page<CardText>> {
  return get(`/model-versions/${modelVersionId}/card-texts`)
}
