import { post } from './http'

export interface Decision {
  readonly decision: 'ACCEPTED' | 'REJECTED'
  readonly reason?: string
}

/** Fails with 409 when another reader decided first. */
export async function reviewRun(runId: string, decision: Decision): Promise<void> {
  await post(`/pipeline-runs/${runId}/review`, decision)
}
