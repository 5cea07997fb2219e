// @vitest-environment jsdom
import { describe, expect, it } from 'vitest'
import type { DicomJson } from '../dicomweb/dicomJson'
import { buildImageStack } from './imageStack'

function instance(uid: string, number: number, z: number | undefined, frames?: number): DicomJson {
  return {
    '00080018': { vr: 'UI', Value: [uid] },
    '00200013': { vr: 'IS', Value: [number] },
    '00280010': { vr: 'US', Value: [2] },
    '00280011': { vr: 'US', Value: [3] },
    ...(z !== undefined && {
      '00200032': { vr: 'DS', Value: [0, 0, z] },
      '00200037': { vr: 'DS', Value: [1, 0, 0, 0, 1, 0] },
      '00280030': { vr: 'DS', Value: [1, 1] },
    }),
    ...(frames !== undefined && { '00280008': { vr: 'IS', Value: [frames] } }),
  }
}

const order = (...instances: DicomJson[]) => buildImageStack('1', '2', instances).map((image) => image.sopInstanceUid)

describe('buildImageStack', () => {
  it('sorts by place in the direction of the instance numbers', () => {
    expect(order(instance('c', 3, 20), instance('a', 1, 0), instance('b', 2, 10))).toEqual(['a', 'b', 'c'])
    expect(order(instance('c', 1, 20), instance('a', 3, 0), instance('b', 2, 10))).toEqual(['c', 'b', 'a'])
  })

  it('sorts by place where the instance numbers are jumbled', () => {
    expect(order(instance('c', 9, 20), instance('b', 9, 10), instance('a', 2, 0))).toEqual(['a', 'b', 'c'])
  })

  it('sorts by instance number where places are unknown', () => {
    expect(order(instance('b', 2, undefined), instance('a', 1, undefined))).toEqual(['a', 'b'])
  })

  it('shows every frame of a multi-frame instance, and no instance without pixels', () => {
    const report: DicomJson = { '00080018': { vr: 'UI', Value: ['report'] } }
    const images = buildImageStack('1', '2', [instance('a', 1, undefined, 3), report])
    expect(images.map((image) => image.imageId.replace(/^.*instances\//, ''))).toEqual(['a/frames/1', 'a/frames/2', 'a/frames/3'])
  })

  it('places the frames of an enhanced instance by their functional groups', () => {
    const at = (z: number) => ({ '00209113': { vr: 'SQ', Value: [{ '00200032': { vr: 'DS', Value: [0, 0, z] } }] } })
    const shared = {
      '00209116': { vr: 'SQ', Value: [{ '00200037': { vr: 'DS', Value: [1, 0, 0, 0, 1, 0] } }] },
      '00289110': { vr: 'SQ', Value: [{ '00280030': { vr: 'DS', Value: [0.5, 0.25] } }] },
    }
    const enhanced: DicomJson = {
      ...instance('a', 1, undefined, 2),
      '52009229': { vr: 'SQ', Value: [shared] },
      '52009230': { vr: 'SQ', Value: [at(3), at(4)] },
    }
    const planes = buildImageStack('1', '2', [enhanced]).map((image) => image.plane)
    expect(planes.map((plane) => plane?.position[2])).toEqual([3, 4])
    expect(planes[1]).toMatchObject({ rowSpacing: 0.5, columnSpacing: 0.25 })
  })
})
