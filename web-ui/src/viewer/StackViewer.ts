import { Enums, RenderingEngine, utilities, type Types } from '@cornerstonejs/core'
import { wadors } from '@cornerstonejs/dicom-image-loader'
import {
  Enums as ToolEnums,
  PanTool,
  StackScrollTool,
  ToolGroupManager,
  WindowLevelTool,
  ZoomTool,
} from '@cornerstonejs/tools'
import type { Segmentation } from '../segmentation/parseSegmentation'
import type { PlacedSegmentation } from '../segmentation/placeSegmentation'
import type { Vector } from '../segmentation/geometry'
import { automaticWindow, givenWindow, usableWindow, type Window } from './imageWindow'
import type { StackImage } from './imageStack'
import { initializeCornerstone } from './initializeCornerstone'
import { markersOf, type OrientationMarkers } from './orientationMarkers'
import { SegmentationOverlay, type OverlayStyle } from './SegmentationOverlay'

export type MouseTool = 'window' | 'pan' | 'zoom' | 'scroll'

/** What the viewport shows now. */
export interface ViewState {
  readonly index: number
  readonly center: number
  readonly width: number
  readonly zoom: number
  readonly isInverted: boolean
  readonly markers: OrientationMarkers | undefined
}

type LoaderMetadata = Parameters<typeof wadors.metaDataManager.add>[1]

const VIEWPORT = 'stack'
const TOOLS: Readonly<Record<MouseTool, string>> = {
  window: WindowLevelTool.toolName,
  pan: PanTool.toolName,
  zoom: ZoomTool.toolName,
  scroll: StackScrollTool.toolName,
}
const WATCHED = [
  Enums.Events.STACK_NEW_IMAGE,
  Enums.Events.VOI_MODIFIED,
  Enums.Events.CAMERA_MODIFIED,
  Enums.Events.IMAGE_RENDERED,
]
let nextId = 1

/** A Cornerstone stack viewport with its mouse tools and one segmentation overlay. */
export class StackViewer {
  private readonly id = `roentgen-${nextId++}`
  private readonly engine: RenderingEngine
  private readonly overlay: SegmentationOverlay
  private images: readonly StackImage[] = []
  private defaultWindow: Window | undefined

  constructor(
    private readonly element: HTMLDivElement,
    private readonly onChange: (state: ViewState) => void,
  ) {
    initializeCornerstone()
    this.engine = new RenderingEngine(this.id)
    this.engine.enableElement({ viewportId: this.viewportId, element, type: Enums.ViewportType.STACK })
    this.overlay = new SegmentationOverlay(this.viewportId)
    for (const event of WATCHED) {
      element.addEventListener(event, this.report)
    }
    const group = ToolGroupManager.createToolGroup(this.id)
    for (const tool of Object.values(TOOLS)) {
      group?.addTool(tool)
    }
    group?.addViewport(this.viewportId, this.id)
    this.useTool('window')
  }

  async show(images: readonly StackImage[], index: number): Promise<void> {
    this.overlay.clear()
    this.images = images
    for (const image of images) {
      wadors.metaDataManager.add(image.imageId, image.metadata as unknown as LoaderMetadata)
    }
    await this.viewport.setStack(images.map((image) => image.imageId), index)
    this.defaultWindow = this.initialWindow(images[index])
    this.resetWindow()
  }

  showOverlay(segmentation: Segmentation, placed: PlacedSegmentation, style: OverlayStyle): void {
    this.overlay.show(this.images, segmentation, placed, style)
    this.viewport.render()
  }

  styleOverlay(style: OverlayStyle): void {
    this.overlay.style(style)
    this.viewport.render()
  }

  /** The primary mouse button gets the tool; the middle button always pans, the right one zooms, the wheel scrolls. */
  useTool(tool: MouseTool): void {
    const group = ToolGroupManager.getToolGroup(this.id)
    const { Primary, Auxiliary, Secondary, Wheel } = ToolEnums.MouseBindings
    const bindings: Record<MouseTool, { mouseButton: number }[]> = {
      window: [],
      pan: [{ mouseButton: Auxiliary }],
      zoom: [{ mouseButton: Secondary }],
      scroll: [{ mouseButton: Wheel }],
    }
    bindings[tool].push({ mouseButton: Primary })
    for (const name of Object.keys(TOOLS) as MouseTool[]) {
      group?.setToolPassive(TOOLS[name], { removeAllBindings: true })
      if (bindings[name].length > 0) {
        group?.setToolActive(TOOLS[name], { bindings: bindings[name] })
      }
    }
  }

  scroll(delta: number): void {
    this.goTo(this.viewport.getCurrentImageIdIndex() + delta)
  }

  goTo(index: number): void {
    const last = this.images.length - 1
    void this.viewport.setImageIdIndex(Math.min(last, Math.max(0, index)))
  }

  setWindow(center: number, width: number): void {
    this.viewport.setProperties({ voiRange: utilities.windowLevel.toLowHighRange(width, center) })
    this.viewport.render()
  }

  resetWindow(): void {
    this.viewport.resetProperties()
    if (this.defaultWindow === undefined) {
      this.viewport.render()
    } else {
      this.setWindow(this.defaultWindow.center, this.defaultWindow.width)
    }
  }

  reset(): void {
    this.viewport.resetCamera()
    this.resetWindow()
  }

  invert(): void {
    this.viewport.setProperties({ invert: !(this.viewport.getProperties().invert ?? false) })
    this.viewport.render()
  }

  zoomBy(factor: number): void {
    this.viewport.setZoom(this.viewport.getZoom() * factor)
    this.viewport.render()
  }

  resize(): void {
    this.engine.resize(true, true)
  }

  destroy(): void {
    for (const event of WATCHED) {
      this.element.removeEventListener(event, this.report)
    }
    this.overlay.clear()
    ToolGroupManager.destroyToolGroup(this.id)
    this.engine.destroy()
  }

  private initialWindow(image: StackImage | undefined): Window | undefined {
    const shown = this.viewport.getCornerstoneImage()
    if (image === undefined || shown === undefined || shown.color) {
      return undefined
    }
    const isScaled = shown.preScale?.scaled ?? false
    const used = automaticWindow(shown.getPixelData(), isScaled ? 1 : shown.slope, isScaled ? 0 : shown.intercept)
    return usableWindow(givenWindow(image.metadata), used)
  }

  private get viewportId(): string {
    return `${this.id}-${VIEWPORT}`
  }

  private get viewport(): Types.IStackViewport {
    return this.engine.getViewport(this.viewportId) as Types.IStackViewport
  }

  private readonly report = (): void => {
    const viewport = this.viewport
    if (viewport === undefined || this.images.length === 0) {
      return
    }
    const index = viewport.getCurrentImageIdIndex()
    const properties = viewport.getProperties()
    // null, whatever its type says, while the first image of a series without a window is on its way
    const range: Types.VOIRange | null | undefined = properties.voiRange
    const window = range ? utilities.windowLevel.toWindowLevel(range.lower, range.upper) : undefined
    const { viewUp, viewPlaneNormal } = viewport.getCamera()
    const hasPlane = this.images[index]?.plane !== undefined
    this.onChange({
      index,
      center: window?.windowCenter ?? 0,
      width: window?.windowWidth ?? 0,
      zoom: viewport.getZoom(),
      isInverted: properties.invert ?? false,
      markers:
        hasPlane && viewUp !== undefined && viewPlaneNormal !== undefined
          ? markersOf(viewUp as unknown as Vector, viewPlaneNormal as unknown as Vector)
          : undefined,
    })
  }
}
