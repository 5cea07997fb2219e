/** One attribute of the DICOM JSON Model (PS3.18 F.2). */
export interface DicomJsonAttribute {
  readonly vr: string
  readonly Value?: readonly unknown[]
  readonly BulkDataURI?: string
}

export type DicomJson = Readonly<Record<string, DicomJsonAttribute>>

export function stringValue(dataSet: DicomJson, tag: string): string | undefined {
  const value = dataSet[tag]?.Value?.[0]
  if (typeof value === 'string') {
    return value
  }
  return typeof value === 'number' ? String(value) : undefined
}

export function numberValues(dataSet: DicomJson, tag: string): readonly number[] | undefined {
  const values = dataSet[tag]?.Value?.map(Number)
  return values !== undefined && values.every(Number.isFinite) ? values : undefined
}

export function numberValue(dataSet: DicomJson, tag: string): number | undefined {
  return numberValues(dataSet, tag)?.[0]
}

/** An item of a sequence, counted from 0. */
export function sequenceItem(dataSet: DicomJson, tag: string, index: number): DicomJson | undefined {
  const item = dataSet[tag]?.vr === 'SQ' ? dataSet[tag].Value?.[index] : undefined
  return typeof item === 'object' && item !== null ? (item as DicomJson) : undefined
}
