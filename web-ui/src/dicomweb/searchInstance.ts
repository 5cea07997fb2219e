import { requestJson } from '../api/http'
import { stringValue, type DicomJson } from './dicomJson'
import { dicomWebUrl } from './dicomWebUrl'
import { Tag } from './tags'

/** QIDO-RS: the series that an instance belongs to (PS3.18 10.6). */
export async function findSeriesOfInstance(studyInstanceUid: string, sopInstanceUid: string): Promise<string> {
  const url = `${dicomWebUrl('studies', studyInstanceUid, 'instances')}?SOPInstanceUID=${encodeURIComponent(sopInstanceUid)}`
  const found = await requestJson<DicomJson[]>('GET', url, { accept: 'application/dicom+json' })
  const series = found?.[0] === undefined ? undefined : stringValue(found[0], Tag.SeriesInstanceUid)
  if (series === undefined) {
    throw new Error(`Instance ${sopInstanceUid} is not in the archive`)
  }
  return series
}
