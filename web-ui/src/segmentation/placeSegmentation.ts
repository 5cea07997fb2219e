import { areParallel, distance, haveSameGrid, patientToPixel, pixelToPatient, type Plane } from './geometry'
import type { Segmentation, SegmentationFrame } from './parseSegmentation'

/** An image of the displayed stack. */
export interface SourceImage {
  readonly imageId: string
  readonly sopInstanceUid: string
  readonly plane: Plane | undefined
  readonly rows: number
  readonly columns: number
}

export interface PlacedSegmentation {
  /** Segment number at each pixel of a source image, by image id; images without any segment are left out. */
  readonly labelsByImageId: ReadonlyMap<string, Uint8Array>
  /** Frames with content that belong to no image of the stack. */
  readonly unplacedFrames: number
  /** Frames whose referenced instance lies elsewhere than their own plane says. */
  readonly contradictions: number
}

/** Largest distance of a frame from its image, in mm: half the thinnest slices in use. */
const PLANE_TOLERANCE = 0.25

/**
 * Finds the image for each frame by its place in the patient; a frame without a plane goes to the image that it names.
 * The order of the frames and of the stack plays no part.
 */
export function placeSegmentation(segmentation: Segmentation, images: readonly SourceImage[]): PlacedSegmentation {
  const labelsByImageId = new Map<string, Uint8Array>()
  let unplacedFrames = 0
  let contradictions = 0
  for (const frame of segmentation.frames) {
    if (!frame.labels.some((label) => label !== 0)) {
      continue
    }
    const image = findImage(frame, images)
    if (image === undefined) {
      unplacedFrames++
      continue
    }
    if (contradictsReference(frame, image, images)) {
      contradictions++
    }
    const labels = labelsByImageId.get(image.imageId) ?? new Uint8Array(image.rows * image.columns)
    paint(frame, image, labels)
    labelsByImageId.set(image.imageId, labels)
  }
  return { labelsByImageId, unplacedFrames, contradictions }
}

function findImage(frame: SegmentationFrame, images: readonly SourceImage[]): SourceImage | undefined {
  const plane = frame.plane
  if (plane === undefined) {
    return images.find((image) => frame.referencedSopInstanceUids.includes(image.sopInstanceUid))
  }
  let nearest: SourceImage | undefined
  let nearestDistance = PLANE_TOLERANCE
  for (const image of images) {
    if (image.plane !== undefined && areParallel(image.plane, plane)) {
      const away = distance(image.plane, plane)
      if (away <= nearestDistance) {
        nearest = image
        nearestDistance = away
      }
    }
  }
  return nearest
}

function contradictsReference(
  frame: SegmentationFrame,
  image: SourceImage,
  images: readonly SourceImage[],
): boolean {
  const namesAnImageOfTheStack = images.some((other) => frame.referencedSopInstanceUids.includes(other.sopInstanceUid))
  return namesAnImageOfTheStack && !frame.referencedSopInstanceUids.includes(image.sopInstanceUid)
}

function paint(frame: SegmentationFrame, image: SourceImage, labels: Uint8Array): void {
  if (frame.plane === undefined || image.plane === undefined || haveSameGrid(image.plane, frame.plane)) {
    for (let index = 0; index < Math.min(labels.length, frame.labels.length); index++) {
      labels[index] = frame.labels[index] || (labels[index] ?? 0)
    }
    return
  }
  resample(frame.labels, frame.plane, image.plane, labels)
}

/** Nearest neighbour from the frame's grid to the image's: covers flips, crops and other pixel spacings. */
function resample(from: Uint8Array, fromPlane: Plane, toPlane: Plane, labels: Uint8Array): void {
  for (let row = 0; row < toPlane.rows; row++) {
    for (let column = 0; column < toPlane.columns; column++) {
      const [x, y] = patientToPixel(fromPlane, pixelToPatient(toPlane, column, row))
      const fromColumn = Math.round(x)
      const fromRow = Math.round(y)
      if (fromColumn >= 0 && fromColumn < fromPlane.columns && fromRow >= 0 && fromRow < fromPlane.rows) {
        const index = row * toPlane.columns + column
        labels[index] = from[fromRow * fromPlane.columns + fromColumn] || (labels[index] ?? 0)
      }
    }
  }
}
