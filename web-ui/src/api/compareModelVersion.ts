import { post } from './http'

/** Compares a version with the one in production on the same cases; a worker does it within minutes. */
export async function compareModelVersion(versionId: string): Promise<void> {
  await post(`/model-versions/${versionId}/comparison`)
}
