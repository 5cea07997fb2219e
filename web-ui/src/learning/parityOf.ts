import type { ModelVersion } from '../api/types'

/** The largest difference between PyTorch and ONNX Runtime; a model from elsewhere was not compared. */
export function parityOf(version: Pick<ModelVersion, 'trainingRunId' | 'parityMaxAbsDifference'>): string {
  return version.trainingRunId == null ? '–' : version.parityMaxAbsDifference.toExponential(1)
}
