import { useQuery, type UseQueryResult } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { StudyResult } from '../api/types'
import { retrieveInstance } from '../dicomweb/retrieveInstance'
import { findSeriesOfInstance } from '../dicomweb/searchInstance'
import { parseSegmentation, type Segmentation } from '../segmentation/parseSegmentation'
import { placeSegmentation, type PlacedSegmentation } from '../segmentation/placeSegmentation'
import type { StackImage } from './imageStack'

export interface LoadedOverlay {
  readonly images: readonly StackImage[]
  readonly segmentation: Segmentation
  readonly placed: PlacedSegmentation
}

interface Overlay {
  readonly query: UseQueryResult<Segmentation>
  readonly loaded: LoadedOverlay | undefined
}

/** The segmentation of a result, placed on the images of its series. */
export function useOverlay(
  studyInstanceUid: string,
  result: StudyResult | undefined,
  images: readonly StackImage[] | undefined,
): Overlay {
  const sopInstanceUid = result?.segInstanceUid
  const query = useQuery({
    queryKey: ['dicom', 'segmentation', sopInstanceUid],
    queryFn: async () => {
      const uid = sopInstanceUid ?? ''
      const series = result?.segSeriesInstanceUid ?? (await findSeriesOfInstance(studyInstanceUid, uid))
      return parseSegmentation(await retrieveInstance(studyInstanceUid, series, uid))
    },
    enabled: sopInstanceUid !== undefined,
    staleTime: Infinity,
    structuralSharing: false,
  })
  const segmentation = query.data
  const loaded = useMemo(
    () =>
      segmentation === undefined || images === undefined
        ? undefined
        : { images, segmentation, placed: placeSegmentation(segmentation, images) },
    [segmentation, images],
  )
  return { query, loaded }
}
