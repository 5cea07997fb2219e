import { getText } from './http'

/** The model card as Markdown. */
export function getModelCard(id: string): Promise<string> {
  return getText(`/model-versions/${id}/card`, 'text/markdown, text/plain')
}
