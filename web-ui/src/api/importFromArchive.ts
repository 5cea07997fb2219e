import { requestJson, queryString } from './http'

export interface ArchiveSelection {
  readonly modality?: string
  readonly seriesDescription?: string
}

/** Builds a dataset version from series in the archive that have a segmentation. */
export async function importFromArchive(name: string, selection: ArchiveSelection): Promise<void> {
  await requestJson('POST', `/api/v1/dataset-imports${queryString({ name, format: 'ARCHIVE' })}`, { body: selection })
}
