import { queryString, send } from './http'

/** Sends an ONNX file with what a person says of it; a worker tries it before it becomes a draft. */
export async function importModel(file: File, manifest: unknown): Promise<void> {
  await send('POST', `/api/v1/model-imports${queryString({ manifest: JSON.stringify(manifest) })}`, { content: file })
}
