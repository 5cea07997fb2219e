import { post } from './http'

/** A new key for the project's pseudonyms; its released studies are de-identified again under it. */
export async function rotateProjectKey(project: string, reason: string): Promise<void> {
  await post(`/project-keys/${encodeURIComponent(project)}/rotation`, { reason })
}
