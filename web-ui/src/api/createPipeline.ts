import { post } from './http'

export async function createPipeline(name: string, definition: unknown): Promise<void> {
  await post('/pipelines', { name, definition })
}
