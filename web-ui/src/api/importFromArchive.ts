import { requestJson, queryString } from './http'
import { labelsParameter } from './labelsParameter'

export interface ArchiveSelection {
  readonly modality?: string
  readonly seriesDescription?: string
  readonly bodyPart?: string
  /** Found in manufacturer and model. */
  readonly device?: string
  /** Name of a segment or region that a series must have. */
  readonly label?: string
  /** `RECEIVED` or `ACCEPTED`. */
  readonly review?: string
}

export interface ArchiveImport {
  readonly name: string
  readonly labels: string
  readonly split: string
  /** That the series are de-identified with. */
  readonly profile: string
}

/** Builds a dataset version from series in the archive that have a segmentation or a structure set. */
export async function importFromArchive(options: ArchiveImport, selection: ArchiveSelection): Promise<void> {
  const query = queryString({ ...options, labels: labelsParameter(options.labels), format: 'ARCHIVE' })
  await requestJson('POST', `/api/v1/dataset-imports${query}`, { body: selection })
}
