import type { Plane, Vector } from '../segmentation/geometry'
import { numberValue, numberValues, type DicomJson } from './dicomJson'
import { Tag } from './tags'

/** The Image Plane Module of an instance, where it is complete (PS3.3 C.7.6.2). */
export function imagePlane(instance: DicomJson): Plane | undefined {
  const position = numberValues(instance, Tag.ImagePositionPatient)
  const orientation = numberValues(instance, Tag.ImageOrientationPatient)
  const spacing = numberValues(instance, Tag.PixelSpacing)
  const rows = numberValue(instance, Tag.Rows)
  const columns = numberValue(instance, Tag.Columns)
  if (position?.length !== 3 || orientation?.length !== 6 || spacing?.length !== 2 || !rows || !columns) {
    return undefined
  }
  return {
    position: position as unknown as Vector,
    rowDirection: orientation.slice(0, 3) as unknown as Vector,
    columnDirection: orientation.slice(3, 6) as unknown as Vector,
    rowSpacing: spacing[0] ?? 1,
    columnSpacing: spacing[1] ?? 1,
    rows,
    columns,
  }
}
