import { put } from './http'
import type { CardSection } from './types'

/** An empty text removes the section. */
export async function writeCardText(modelVersionId: string, section: CardSection, content: string): Promise<void> {
  await put(`/model-versions/${modelVersionId}/card-texts/${section}`, { content })
}
