import { cross, type Vector } from '../segmentation/geometry'

/** Where the edges of the picture point in the patient, such as L, PR or HA (PS3.3 C.7.6.1.1.1). */
export interface OrientationMarkers {
  readonly top: string
  readonly right: string
  readonly bottom: string
  readonly left: string
}

const LETTERS = [
  ['R', 'L'],
  ['A', 'P'],
  ['F', 'H'],
] as const

/** Oblique components below this share of the direction are not named. */
const NAMED_FROM = 0.25

export function markersOf(viewUp: Vector, viewPlaneNormal: Vector): OrientationMarkers {
  const right = cross(viewUp, viewPlaneNormal)
  return {
    top: directionName(viewUp),
    right: directionName(right),
    bottom: directionName(negate(viewUp)),
    left: directionName(negate(right)),
  }
}

export function directionName(direction: Vector): string {
  return direction
    .map((value, axis) => ({ size: Math.abs(value), letter: LETTERS[axis]?.[value < 0 ? 0 : 1] ?? '' }))
    .filter((component) => component.size >= NAMED_FROM)
    .sort((a, b) => b.size - a.size)
    .map((component) => component.letter)
    .join('')
}

function negate(vector: Vector): Vector {
  return [-vector[0], -vector[1], -vector[2]]
}
