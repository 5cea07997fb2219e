import { describe, expect, it } from 'vitest'
import type { WorklistItem, WorklistState } from '../api/types'
import { automaticWindow, givenWindow, usableWindow } from './imageWindow'
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

describe('initial window', () => {
  it('is not darkened by a few bright pixels', () => {
    const values = Array.from({ length: 1_000 }, (_, index) => (index < 3 ? 50_000 : index % 200))
    expect(automaticWindow(values)).toEqual({ center: 100.5, width: 197 })
  })
  it('is in the units of the Modality LUT', () => {
    expect(automaticWindow([0, 1_000], 1, -1_024)).toEqual({ center: -524, width: 1_000 })
  })
  it('of a uniform image has a width', () => expect(automaticWindow([7, 7, 7])).toEqual({ center: 7, width: 1 }))
  it('of no pixels is none', () => expect(automaticWindow([])).toBeUndefined())
  it('is the given one, the first of several', () => {
    const instance = { '00281050': { vr: 'DS', Value: [40, -600] }, '00281051': { vr: 'DS', Value: [400, 1_500] } }
    expect(givenWindow(instance)).toEqual({ center: 40, width: 400 })
    expect(givenWindow({})).toBeUndefined()
  })
  it.each([
    ['the given one where it shows the image', { center: 100, width: 250 }, { center: 100, width: 200 }, 'given'],
    ['the automatic one where the image would be black', { center: 470, width: 950 }, { center: 100, width: 200 }, 'automatic'],
    ['the given one where the image is bright in it', { center: 40, width: 80 }, { center: 500, width: 1_000 }, 'given'],
  ])('is %s', (_, given, automatic, chosen) => {
    expect(usableWindow(given, automatic)).toBe(chosen === 'given' ? given : automatic)
  })
})
