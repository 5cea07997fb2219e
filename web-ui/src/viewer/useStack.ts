import { useQuery, type UseQueryResult } from '@tanstack/react-query'
import { retrieveSeriesMetadata } from '../dicomweb/retrieveSeriesMetadata'
import { buildImageStack, type StackImage } from './imageStack'

/** The images of a series, ready to show. */
export function useStack(
  studyInstanceUid: string,
  seriesInstanceUid: string | undefined,
): UseQueryResult<readonly StackImage[]> {
  return useQuery({
    queryKey: ['dicom', 'stack', studyInstanceUid, seriesInstanceUid],
    queryFn: async () => {
      const series = seriesInstanceUid ?? ''
      return buildImageStack(studyInstanceUid, series, await retrieveSeriesMetadata(studyInstanceUid, series))
    },
    enabled: seriesInstanceUid !== undefined,
    staleTime: Infinity,
    structuralSharing: false,
  })
}
