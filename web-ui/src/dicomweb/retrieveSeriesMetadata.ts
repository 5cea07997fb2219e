import { requestJson } from '../api/http'
import type { DicomJson } from './dicomJson'
import { dicomWebUrl } from './dicomWebUrl'

/** WADO-RS: the attributes of all instances of a series, without bulk data (PS3.18 10.4.1.1.2). */
export async function retrieveSeriesMetadata(studyInstanceUid: string, seriesInstanceUid: string): Promise<DicomJson[]> {
  const url = dicomWebUrl('studies', studyInstanceUid, 'series', seriesInstanceUid, 'metadata')
  return (await requestJson<DicomJson[]>('GET', url, { accept: 'application/dicom+json' })) ?? []
}
