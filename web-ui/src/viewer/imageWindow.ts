import { numberValue, type DicomJson } from '../dicomweb/dicomJson'
import { Tag } from '../dicomweb/tags'

/** Window Center and Window Width (PS3.3 C.11.2.1.2), in the units of the Modality LUT. */
export interface Window {
  readonly center: number
  readonly width: number
}

const DARKEST = 0.01
const BRIGHTEST = 0.995
/** A window is unusable when the pixels fill less of it than this. */
const FILLED_AT_LEAST = 1 / 3

/** The window that an image asks for. */
export function givenWindow(instance: DicomJson): Window | undefined {
  const center = numberValue(instance, Tag.WindowCenter)
  const width = numberValue(instance, Tag.WindowWidth)
  return center === undefined || width === undefined || width <= 0 ? undefined : { center, width }
}

/** From the 1st to the 99.5th percentile of the pixels, so that few bright ones do not darken the rest. */
export function automaticWindow(stored: ArrayLike<number>, slope = 1, intercept = 0): Window | undefined {
  if (stored.length === 0) {
    return undefined
  }
  const sorted = Float32Array.from(stored).sort()
  const low = (sorted[Math.floor((sorted.length - 1) * DARKEST)] ?? 0) * slope + intercept
  const high = (sorted[Math.ceil((sorted.length - 1) * BRIGHTEST)] ?? 0) * slope + intercept
  return { center: (low + high) / 2, width: Math.max(1, high - low) }
}

/** The window that the image asks for, unless that would leave it almost black: software that cuts out regions keeps the old one. */
export function usableWindow(given: Window | undefined, automatic: Window | undefined): Window | undefined {
  if (given === undefined || automatic === undefined) {
    return given ?? automatic
  }
  const brightestShown = (automatic.center + automatic.width / 2 - (given.center - given.width / 2)) / given.width
  return brightestShown < FILLED_AT_LEAST ? automatic : given
}
