import { post } from './http'

export async function createPipelineVersion(name: string, definition: unknown): Promise<void> {
  await post(`/pipelines/${encodeURIComponent(name)}/versions`, { definition })
}
