import { describe, expect, it } from 'vitest'
import { parseSegmentation } from './parseSegmentation'
import { writeSegmentation } from './testSegmentation'

describe('parseSegmentation', () => {
  it('reads binary frames that do not start on a byte', () => {
    const file = writeSegmentation({
      type: 'BINARY',
      rows: 1,
      columns: 5,
      labels: ['Anterior', 'Posterior'],
      frames: [
        { segmentNumber: 1, position: [0, 0, 0], pixels: [1, 0, 0, 0, 1] },
        { segmentNumber: 2, position: [0, 0, 1], pixels: [0, 1, 1, 0, 0] },
        { segmentNumber: 2, position: [0, 0, 2], pixels: [1, 1, 1, 1, 1] },
      ],
    })
    const segmentation = parseSegmentation(file)
    expect(segmentation.segments).toEqual([
      { number: 1, label: 'Anterior' },
      { number: 2, label: 'Posterior' },
    ])
    expect(segmentation.frames.map((frame) => [...frame.labels])).toEqual([
      [1, 0, 0, 0, 1],
      [0, 2, 2, 0, 0],
      [2, 2, 2, 2, 2],
    ])
  })

  it('reads the labels of a label map as they are', () => {
    const pixels = [0, 1, 2, 2]
    const file = writeSegmentation({ type: 'LABELMAP', rows: 2, columns: 2, labels: ['a', 'b'], frames: [{ pixels }] })
    expect([...(parseSegmentation(file).frames[0]?.labels ?? [])]).toEqual(pixels)
  })

  it('takes a fraction of half and more as inside', () => {
    const frames = [{ segmentNumber: 3, pixels: [0, 127, 128, 255] }]
    const file = writeSegmentation({ type: 'FRACTIONAL', rows: 2, columns: 2, labels: ['a'], frames })
    expect([...(parseSegmentation(file).frames[0]?.labels ?? [])]).toEqual([0, 0, 3, 3])
  })

  it('reads plane and reference of each frame', () => {
    const file = writeSegmentation({
      type: 'BINARY',
      rows: 2,
      columns: 4,
      spacing: [0.5, 0.25],
      labels: ['a'],
      frames: [{ segmentNumber: 1, position: [-1.5, 2, 30], referencedSopInstanceUid: '1.2.3.4', pixels: [1, 0, 0, 0, 0, 0, 0, 0] }],
    })
    expect(parseSegmentation(file).frames[0]).toMatchObject({
      referencedSopInstanceUids: ['1.2.3.4'],
      plane: { position: [-1.5, 2, 30], rowDirection: [1, 0, 0], rowSpacing: 0.5, columnSpacing: 0.25, rows: 2, columns: 4 },
    })
  })

  it('refuses compressed frames', () => {
    const frames = [{ segmentNumber: 1, pixels: [1, 0, 0, 0] }]
    const transferSyntax = '1.2.840.10008.1.2.5'
    const file = writeSegmentation({ type: 'BINARY', rows: 2, columns: 2, labels: ['a'], frames, transferSyntax })
    expect(() => parseSegmentation(file)).toThrow(/1\.2\.840\.10008\.1\.2\.5/)
  })

  it('refuses pixel data that ends inside a frame', () => {
    const file = writeSegmentation({ type: 'LABELMAP', rows: 4, columns: 4, labels: ['a'], frames: [{ pixels: [1, 1] }] })
    expect(() => parseSegmentation(file)).toThrow('frame 1 ends at byte 16')
  })
})
