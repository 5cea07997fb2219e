import { send } from '../api/http'
import { dicomWebUrl } from './dicomWebUrl'
import { firstPart } from './multipart'

/** WADO-RS: one instance as a DICOM file (PS3.18 10.4.1.1.1). */
export async function retrieveInstance(
  studyInstanceUid: string,
  seriesInstanceUid: string,
  sopInstanceUid: string,
): Promise<Uint8Array> {
  const url = dicomWebUrl('studies', studyInstanceUid, 'series', seriesInstanceUid, 'instances', sopInstanceUid)
  const response = await send('GET', url, { accept: 'multipart/related; type="application/dicom"' })
  const body = new Uint8Array(await response.arrayBuffer())
  return firstPart(body, response.headers.get('Content-Type') ?? '')
}
