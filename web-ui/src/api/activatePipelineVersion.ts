import { put } from './http'

export async function activatePipelineVersion(name: string, version: number): Promise<void> {
  await put(`/pipelines/${encodeURIComponent(name)}/active-version`, { version })
}
