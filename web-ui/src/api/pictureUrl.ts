import { queryString } from './http'

/** Of a frame, from 1, of an original or its copy. It may show the patient's identity; every look is in the audit trail. */
export function pictureUrl(recordId: string, instanceId: string, of: 'ORIGINAL' | 'COPY', frame: number): string {
  return `/api/v1/deidentification-records/${recordId}/instances/${instanceId}/picture${queryString({ of, frame })}`
}
