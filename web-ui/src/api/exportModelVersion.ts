import { queryString, send } from './http'

/** What the graph of an exported package ends with. */
export type ModelTail = 'probabilities' | 'labels'

/** The package in a form for other systems, as a zip; a worker makes it within seconds when it is asked for first. */
export async function exportModelVersion(id: string, tail: ModelTail, normalisation: boolean): Promise<Blob> {
  const query = queryString({ tail, normalisation: String(normalisation) })
  return (await send('GET', `/api/v1/model-versions/${id}/package${query}`, { accept: 'application/zip, application/problem+json' })).blob()
}
