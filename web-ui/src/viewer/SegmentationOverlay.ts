import { cache, imageLoader, type Types } from '@cornerstonejs/core'
import { Enums, segmentation as segmentations } from '@cornerstonejs/tools'
import type { Segmentation } from '../segmentation/parseSegmentation'
import type { PlacedSegmentation } from '../segmentation/placeSegmentation'
import { segmentColor } from '../segmentation/segmentColors'
import type { StackImage } from './imageStack'

export interface OverlayStyle {
  readonly isVisible: boolean
  /** 0 to 1. */
  readonly opacity: number
  readonly hiddenSegments: ReadonlySet<number>
}

const LABELMAP = Enums.SegmentationRepresentations.Labelmap

/** The labelmap of one segmentation on a stack viewport. */
export class SegmentationOverlay {
  private segmentationId: string | undefined
  private segmentNumbers: readonly number[] = []
  private labelmapImageIds: readonly string[] = []

  constructor(private readonly viewportId: string) {}

  show(
    images: readonly StackImage[],
    segmentation: Segmentation,
    placed: PlacedSegmentation,
    style: OverlayStyle,
  ): void {
    this.clear()
    const segmentationId = `segmentation-${segmentation.sopInstanceUid}-${this.viewportId}`
    const labelmaps = imageLoader.createAndCacheDerivedLabelmapImages(images.map((image) => image.imageId))
    labelmaps.forEach((labelmap, index) => {
      const labels = placed.labelsByImageId.get(images[index]?.imageId ?? '')
      if (labels !== undefined) {
        labelmap.voxelManager?.setScalarData(labels)
        labelmap.getPixelData().set(labels)
      }
    })
    this.segmentationId = segmentationId
    this.segmentNumbers = segmentation.segments.map((segment) => segment.number)
    this.labelmapImageIds = labelmaps.map((labelmap) => labelmap.imageId)
    segmentations.addSegmentations([
      {
        segmentationId,
        representation: { type: LABELMAP, data: { imageIds: [...this.labelmapImageIds] } },
        config: { segments: Object.fromEntries(segmentation.segments.map(({ number, label }) => [number, { segmentIndex: number, label }])) },
      },
    ])
    segmentations.addLabelmapRepresentationToViewportMap({
      [this.viewportId]: [{ segmentationId, type: LABELMAP, config: { colorLUTOrIndex: this.colors() } }],
    })
    this.style(style)
  }

  style({ isVisible, opacity, hiddenSegments }: OverlayStyle): void {
    if (this.segmentationId === undefined) {
      return
    }
    const specifier = { segmentationId: this.segmentationId, type: LABELMAP } as const
    segmentations.segmentationStyle.setStyle(specifier, {
      renderFill: true,
      fillAlpha: opacity,
      renderOutline: true,
      outlineWidth: 2,
      outlineOpacity: Math.min(1, opacity + 0.4),
    })
    const { visibility } = segmentations.config
    for (const number of this.segmentNumbers) {
      visibility.setSegmentIndexVisibility(this.viewportId, specifier, number, isVisible && !hiddenSegments.has(number))
    }
  }

  clear(): void {
    if (this.segmentationId === undefined) {
      return
    }
    segmentations.removeLabelmapRepresentation(this.viewportId, this.segmentationId)
    segmentations.removeSegmentation(this.segmentationId)
    for (const imageId of this.labelmapImageIds) {
      cache.removeImageLoadObject(imageId, { force: true })
    }
    this.segmentationId = undefined
    this.labelmapImageIds = []
  }

  private colors(): Types.ColorLUT {
    const largest = Math.max(0, ...this.segmentNumbers)
    return Array.from({ length: largest + 1 }, (_, number): Types.Color =>
      number === 0 ? [0, 0, 0, 0] : [...segmentColor(number), 255],
    )
  }
}
