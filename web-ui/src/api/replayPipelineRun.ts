import { post } from './http'

export async function replayPipelineRun(id: string): Promise<void> {
  await post(`/pipeline-runs/${id}/replay`)
}
