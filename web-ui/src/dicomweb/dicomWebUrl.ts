/** Absolute URL of a DICOMweb resource of this platform. */
export function dicomWebUrl(...segments: string[]): string {
  return `${window.location.origin}/dicom-web/${segments.map(encodeURIComponent).join('/')}`
}
