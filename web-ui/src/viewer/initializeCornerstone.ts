import { init as initializeCore } from '@cornerstonejs/core'
import { init as initializeImageLoader } from '@cornerstonejs/dicom-image-loader'
import { addTool, init as initializeTools, PanTool, StackScrollTool, WindowLevelTool, ZoomTool } from '@cornerstonejs/tools'
import { CSRF_HEADER } from '../api/http'

let isInitialized = false

/** Starts Cornerstone once for the page: rendering, tools, and the DICOMweb loader with its decoding workers. */
export function initializeCornerstone(): void {
  if (isInitialized) {
    return
  }
  isInitialized = true
  initializeCore()
  initializeImageLoader({ beforeSend: () => ({ ...CSRF_HEADER }) })
  initializeTools()
  for (const tool of [WindowLevelTool, PanTool, ZoomTool, StackScrollTool]) {
    addTool(tool)
  }
}
