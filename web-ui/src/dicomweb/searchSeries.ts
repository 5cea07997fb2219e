import { requestJson } from '../api/http'
import { numberValue, stringValue, type DicomJson } from './dicomJson'
import { dicomWebUrl } from './dicomWebUrl'
import { Tag } from './tags'

export interface SeriesSummary {
  readonly seriesInstanceUid: string
  readonly modality: string
  readonly description: string
  readonly number: number | undefined
  readonly instances: number | undefined
}

/** QIDO-RS: the series of a study, in the order of their numbers (PS3.18 10.6). */
export async function searchSeries(studyInstanceUid: string): Promise<SeriesSummary[]> {
  const found = await requestJson<DicomJson[]>('GET', dicomWebUrl('studies', studyInstanceUid, 'series'), {
    accept: 'application/dicom+json',
  })
  return (found ?? []).map(toSummary).sort((a, b) => (a.number ?? 9999) - (b.number ?? 9999))
}

function toSummary(series: DicomJson): SeriesSummary {
  return {
    seriesInstanceUid: stringValue(series, Tag.SeriesInstanceUid) ?? '',
    modality: stringValue(series, Tag.Modality) ?? '',
    description: stringValue(series, Tag.SeriesDescription) ?? '',
    number: numberValue(series, Tag.SeriesNumber),
    instances: numberValue(series, Tag.NumberOfSeriesRelatedInstances),
  }
}
