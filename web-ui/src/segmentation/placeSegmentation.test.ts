import { describe, expect, it } from 'vitest'
import type { Plane, Vector } from './geometry'
import type { Segmentation, SegmentationFrame } from './parseSegmentation'
import { placeSegmentation, type SourceImage } from './placeSegmentation'

function plane(z: number, changes: Partial<Plane> = {}): Plane {
  return {
    position: [0, 0, z],
    rowDirection: [1, 0, 0],
    columnDirection: [0, 1, 0],
    rowSpacing: 1,
    columnSpacing: 1,
    rows: 2,
    columns: 3,
    ...changes,
  }
}

function image(name: string, at: Plane | undefined): SourceImage {
  return { imageId: name, sopInstanceUid: `uid-${name}`, plane: at, rows: at?.rows ?? 2, columns: at?.columns ?? 3 }
}

function frame(labels: readonly number[], at: Plane | undefined, ...references: string[]): SegmentationFrame {
  return { segmentNumber: 1, plane: at, referencedSopInstanceUids: references, labels: Uint8Array.from(labels) }
}

function place(frames: readonly SegmentationFrame[], images: readonly SourceImage[]) {
  const segmentation: Segmentation = { sopInstanceUid: '1.2', segments: [{ number: 1, label: 'a' }], frames }
  const placed = placeSegmentation(segmentation, images)
  const labels = Object.fromEntries([...placed.labelsByImageId].map(([name, values]) => [name, [...values]]))
  return { ...placed, labels }
}

const CORNER = [1, 0, 0, 0, 0, 0]

describe('placeSegmentation', () => {
  it('finds the image by its place, whatever the order of frames and stack', () => {
    const images = [image('top', plane(2)), image('middle', plane(1)), image('bottom', plane(0))]
    const { labels } = place([frame([0, 0, 1, 0, 0, 0], plane(0)), frame(CORNER, plane(2))], images)
    expect(labels).toEqual({ top: CORNER, bottom: [0, 0, 1, 0, 0, 0] })
  })

  it('turns a frame that is stored upside down', () => {
    const upsideDown = plane(0, { position: [0, 1, 0], columnDirection: [0, -1, 0] as Vector })
    expect(place([frame(CORNER, upsideDown)], [image('a', plane(0))]).labels).toEqual({ a: [0, 0, 0, 1, 0, 0] })
  })

  it('turns a frame whose rows run the other way', () => {
    const mirrored = plane(0, { position: [2, 0, 0], rowDirection: [-1, 0, 0] as Vector })
    expect(place([frame(CORNER, mirrored)], [image('a', plane(0))]).labels).toEqual({ a: [0, 0, 1, 0, 0, 0] })
  })

  it('puts a cropped frame where it was cut out', () => {
    const crop = plane(0, { position: [1, 1, 0], rows: 1, columns: 2 })
    expect(place([frame([1, 0], crop)], [image('a', plane(0))]).labels).toEqual({ a: [0, 0, 0, 0, 1, 0] })
  })

  it('fits another pixel spacing', () => {
    const fine = plane(0, { position: [0, 0, 0], rows: 3, columns: 5, rowSpacing: 0.5, columnSpacing: 0.5 })
    const labels = [0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]
    expect(place([frame(labels, fine)], [image('a', plane(0))]).labels).toEqual({ a: [0, 0, 1, 0, 0, 0] })
  })

  it('joins segments on the same image', () => {
    const second = { ...frame([0, 2, 0, 0, 0, 0], plane(0)), segmentNumber: 2 }
    expect(place([frame(CORNER, plane(0)), second], [image('a', plane(0))]).labels).toEqual({ a: [1, 2, 0, 0, 0, 0] })
  })

  it('goes by the named instance where there is no plane', () => {
    const images = [image('a', undefined), image('b', undefined)]
    expect(place([frame(CORNER, undefined, 'uid-b')], images).labels).toEqual({ b: CORNER })
  })

  it('counts frames that lie on no image, and leaves them out', () => {
    const sagittal = plane(0, { rowDirection: [0, 1, 0] as Vector, columnDirection: [0, 0, -1] as Vector })
    const result = place([frame(CORNER, plane(0.5)), frame(CORNER, sagittal)], [image('a', plane(0)), image('b', plane(1))])
    expect(result).toMatchObject({ unplacedFrames: 2, labels: {} })
  })

  it('believes the plane when the named instance lies elsewhere, and says so', () => {
    const images = [image('a', plane(0)), image('b', plane(1))]
    expect(place([frame(CORNER, plane(0), 'uid-b')], images)).toMatchObject({ contradictions: 1, labels: { a: CORNER } })
  })

  it('ignores empty frames', () => {
    expect(place([frame([0, 0, 0, 0, 0, 0], plane(9))], [image('a', plane(0))])).toMatchObject({ unplacedFrames: 0, labels: {} })
  })
})
