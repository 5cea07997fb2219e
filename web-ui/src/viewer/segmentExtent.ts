import type { SourceImage, PlacedSegmentation } from '../segmentation/placeSegmentation'

/** Indexes of the images with content, for the marks beside the picture. */
export function imagesWithContent(images: readonly SourceImage[], placed: PlacedSegmentation): number[] {
  return images.flatMap((image, index) => (placed.labelsByImageId.has(image.imageId) ? [index] : []))
}

/** The image on which a segment is largest, or undefined when it is on none. */
export function largestImage(
  images: readonly SourceImage[],
  placed: PlacedSegmentation,
  segmentNumber: number,
): number | undefined {
  let best: number | undefined
  let bestArea = 0
  images.forEach((image, index) => {
    const labels = placed.labelsByImageId.get(image.imageId)
    const area = labels?.reduce((count, label) => count + (label === segmentNumber ? 1 : 0), 0) ?? 0
    if (area > bestArea) {
      best = index
      bestArea = area
    }
  })
  return best
}
