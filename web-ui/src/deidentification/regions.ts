import type { Region } from '../api/types'

export interface Point {
  readonly x: number
  readonly y: number
}

export interface Size {
  readonly columns: number
  readonly rows: number
}

/** All pixels that the rectangle between two corners touches; undefined where it has no area in the image. */
export function regionBetween(one: Point, other: Point, size: Size): Region | undefined {
  const left = Math.max(0, Math.floor(Math.min(one.x, other.x)))
  const top = Math.max(0, Math.floor(Math.min(one.y, other.y)))
  const right = Math.min(size.columns, Math.ceil(Math.max(one.x, other.x)))
  const bottom = Math.min(size.rows, Math.ceil(Math.max(one.y, other.y)))
  return right > left && bottom > top ? { x: left, y: top, width: right - left, height: bottom - top } : undefined
}
