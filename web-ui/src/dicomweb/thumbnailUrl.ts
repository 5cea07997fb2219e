import { dicomWebUrl } from './dicomWebUrl'

/** WADO-RS: a small picture of a series (PS3.18 10.4.1.1.5). */
export function thumbnailUrl(studyInstanceUid: string, seriesInstanceUid: string): string {
  return dicomWebUrl('studies', studyInstanceUid, 'series', seriesInstanceUid, 'thumbnail')
}
