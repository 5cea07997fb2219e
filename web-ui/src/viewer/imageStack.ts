import type { DicomJson } from '../dicomweb/dicomJson'
import { numberValue, stringValue } from '../dicomweb/dicomJson'
import { dicomWebUrl } from '../dicomweb/dicomWebUrl'
import { imagePlane } from '../dicomweb/imagePlane'
import { Tag } from '../dicomweb/tags'
import { areParallel, dot, normal, type Plane } from '../segmentation/geometry'
import type { SourceImage } from '../segmentation/placeSegmentation'

/** One picture of a stack: a single-frame instance or one frame of a multi-frame instance. */
export interface StackImage extends SourceImage {
  readonly instanceNumber: number
  readonly metadata: DicomJson
}

/** The images of a series in anatomical order, or by instance number where their places are unknown. */
export function buildImageStack(
  studyInstanceUid: string,
  seriesInstanceUid: string,
  instances: readonly DicomJson[],
): StackImage[] {
  const images = instances
    .filter((instance) => (numberValue(instance, Tag.Rows) ?? 0) > 0)
    .flatMap((instance) => framesOf(studyInstanceUid, seriesInstanceUid, instance))
    .sort((a, b) => a.instanceNumber - b.instanceNumber)
  return sortByPosition(images)
}

function framesOf(studyInstanceUid: string, seriesInstanceUid: string, instance: DicomJson): StackImage[] {
  const sopInstanceUid = stringValue(instance, Tag.SopInstanceUid) ?? ''
  const frames = numberValue(instance, Tag.NumberOfFrames) ?? 1
  const url = dicomWebUrl('studies', studyInstanceUid, 'series', seriesInstanceUid, 'instances', sopInstanceUid)
  return Array.from({ length: frames }, (_, index) => ({
    imageId: `wadors:${url}/frames/${index + 1}`,
    sopInstanceUid,
    plane: placeOfFrame(instance, frames, index),
    rows: numberValue(instance, Tag.Rows) ?? 0,
    columns: numberValue(instance, Tag.Columns) ?? 0,
    instanceNumber: numberValue(instance, Tag.InstanceNumber) ?? 0,
    metadata: instance,
  }))
}

/** Frames without functional groups of their own share the instance's plane, which then places none of them. */
function placeOfFrame(instance: DicomJson, frames: number, index: number): Plane | undefined {
  return frames === 1 || Tag.PerFrameFunctionalGroupsSequence in instance ? imagePlane(instance, index) : undefined
}

function sortByPosition(images: readonly StackImage[]): StackImage[] {
  const first = images[0]?.plane
  if (first === undefined || !images.every((image) => image.plane !== undefined && areParallel(first, image.plane))) {
    return [...images]
  }
  const direction = normal(first)
  const along = (plane: Plane | undefined) => (plane === undefined ? 0 : dot(plane.position, direction))
  const sorted = [...images].sort((a, b) => along(a.plane) - along(b.plane))
  const runsBackwards = (sorted[0]?.instanceNumber ?? 0) > (sorted[sorted.length - 1]?.instanceNumber ?? 0)
  return runsBackwards ? sorted.reverse() : sorted
}
