/** Of a head before and after its face was taken away. It shows the patient; every look is in the audit trail. */
export function facePictureUrl(recordId: string): string {
  return `/api/v1/deidentification-records/${recordId}/face-picture`
}
