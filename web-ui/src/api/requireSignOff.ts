import { put } from './http'

export async function requireSignOff(datasetId: string, required: boolean): Promise<void> {
  await put(`/datasets/${datasetId}/sign-off`, { required })
}
