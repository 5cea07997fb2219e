import { describe, expect, it } from 'vitest'
import type { WorklistItem, WorklistState } from '../api/types'
import { nextStudy } from './nextStudy'
import { directionName, markersOf } from './orientationMarkers'
import { presetsFor } from './presets'
import { imagesWithContent, largestImage } from './segmentExtent'

describe('orientation markers', () => {
  it('of an axial image: anterior up, the patient’s left at the right', () => {
    expect(markersOf([0, -1, 0], [0, 0, -1])).toEqual({ top: 'A', right: 'L', bottom: 'P', left: 'R' })
  })
  it('of a sagittal image: head up, posterior at the right', () => {
    expect(markersOf([0, 0, 1], [1, 0, 0])).toEqual({ top: 'H', right: 'P', bottom: 'F', left: 'A' })
  })
  it('name the larger part of an oblique direction first', () => {
    expect(directionName([0.4, -0.9, 0.1])).toBe('AL')
  })
})

describe('next study', () => {
  const study = (studyId: string, state: WorklistState) => ({ studyId, state }) as WorklistItem
  const list = [study('a', 'READY_FOR_REVIEW'), study('b', 'ACCEPTED'), study('c', 'READY_FOR_REVIEW'), study('d', 'STOPPED')]
  it.each([
    ['a', 'c'],
    ['b', 'c'],
    ['c', 'a'],
    ['d', 'a'],
    ['unknown', 'a'],
  ])('after %s is %s', (from, to) => expect(nextStudy(list, from)?.studyId).toBe(to))
  it('is none when nothing else waits', () => expect(nextStudy([study('a', 'READY_FOR_REVIEW')], 'a')).toBeUndefined())
})

describe('window presets', () => {
  it('start with the image’s own for every modality', () => {
    expect(presetsFor('MR')).toEqual([{ label: 'preset.image' }])
    expect(presetsFor('CT')[2]).toEqual({ label: 'preset.lung', center: -600, width: 1500 })
  })
})

describe('segment extent', () => {
  const images = ['a', 'b', 'c'].map((imageId) => ({ imageId, sopInstanceUid: imageId, plane: undefined, rows: 1, columns: 3 }))
  const labelsByImageId = new Map([
    ['a', Uint8Array.from([1, 2, 2])],
    ['c', Uint8Array.from([1, 1, 0])],
  ])
  const placed = { labelsByImageId, unplacedFrames: 0, contradictions: 0 }
  it('marks the images with content', () => expect(imagesWithContent(images, placed)).toEqual([0, 2]))
  it.each([
    [1, 2],
    [2, 0],
    [3, undefined],
  ])('finds where segment %d is largest', (segment, index) => expect(largestImage(images, placed, segment)).toBe(index))
})
