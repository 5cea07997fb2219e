import { post } from './http'

export async function cancelTraining(id: string): Promise<void> {
  await post(`/training-runs/${id}/cancel`)
}
