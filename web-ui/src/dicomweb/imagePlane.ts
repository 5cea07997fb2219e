import type { Plane, Vector } from '../segmentation/geometry'
import { numberValue, numberValues, sequenceItem, type DicomJson } from './dicomJson'
import { Tag } from './tags'

/**
 * The Image Plane Module of an instance (PS3.3 C.7.6.2), or of one frame of a multi-frame instance from its functional
 * groups (PS3.3 C.7.6.16.2), where it is complete. Frames are counted from 0.
 */
export function imagePlane(instance: DicomJson, frame = 0): Plane | undefined {
  const position = numberValues(holder(instance, frame, Tag.PlanePositionSequence), Tag.ImagePositionPatient)
  const orientation = numberValues(holder(instance, frame, Tag.PlaneOrientationSequence), Tag.ImageOrientationPatient)
  const spacing = numberValues(holder(instance, frame, Tag.PixelMeasuresSequence), Tag.PixelSpacing)
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

/** Where an attribute of a frame is: in its own functional group, in the shared one, or in the instance itself. */
function holder(instance: DicomJson, frame: number, group: string): DicomJson {
  const perFrame = sequenceItem(instance, Tag.PerFrameFunctionalGroupsSequence, frame)
  const shared = sequenceItem(instance, Tag.SharedFunctionalGroupsSequence, 0)
  return (perFrame && sequenceItem(perFrame, group, 0)) ?? (shared && sequenceItem(shared, group, 0)) ?? instance
}
