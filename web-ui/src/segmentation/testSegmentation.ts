/** Writes small Segmentation objects as Part 10 files, so that the tests read what a sender would send. */
export interface FrameDescription {
  readonly segmentNumber?: number
  readonly position?: readonly number[]
  readonly referencedSopInstanceUid?: string
  /** Labels or bits, row by row. */
  readonly pixels: readonly number[]
}

export interface SegmentationDescription {
  readonly type: 'BINARY' | 'FRACTIONAL' | 'LABELMAP'
  readonly rows: number
  readonly columns: number
  readonly spacing?: readonly number[]
  readonly orientation?: readonly number[]
  readonly labels: readonly string[]
  readonly frames: readonly FrameDescription[]
  readonly transferSyntax?: string
}

const LONG_LENGTH = ['OB', 'SQ']

export function writeSegmentation(description: SegmentationDescription): Uint8Array {
  const { type, rows, columns, labels, frames } = description
  const isBinary = type === 'BINARY'
  const bits = isBinary ? 1 : 8
  const orientation = description.orientation ?? [1, 0, 0, 0, 1, 0]
  const spacing = description.spacing ?? [1, 1]
  const dataSet = [
    text('00080018', 'UI', '1.2.3.9'),
    number('00280010', rows),
    number('00280011', columns),
    number('00280100', bits),
    text('00620001', 'CS', type),
    sequence('00620002', labels.map((label, index) => [...number('00620004', index + 1), ...text('00620005', 'LO', label)])),
    number('0062000E', 255),
    sequence('52009229', [
      [
        ...sequence('00209116', [text('00200037', 'DS', orientation.join('\\'))]),
        ...sequence('00289110', [text('00280030', 'DS', spacing.join('\\'))]),
      ],
    ]),
    sequence('52009230', frames.map(frameItem)),
    element('7FE00010', 'OB', packed(frames.flatMap((frame) => frame.pixels), isBinary)),
  ]
  const transferSyntax = text('00020010', 'UI', description.transferSyntax ?? '1.2.840.10008.1.2.1')
  const meta = [...element('00020000', 'UL', longBytes(transferSyntax.length)), ...transferSyntax]
  return Uint8Array.from([...new Array<number>(128).fill(0), ...ascii('DICM'), ...meta, ...dataSet.flat()])
}

function frameItem(frame: FrameDescription): number[] {
  const derivation = [text('00081155', 'UI', frame.referencedSopInstanceUid ?? '')]
  return [
    ...(frame.referencedSopInstanceUid === undefined ? [] : sequence('00089124', [sequence('00082112', derivation)])),
    ...(frame.position === undefined ? [] : sequence('00209113', [text('00200032', 'DS', frame.position.join('\\'))])),
    ...(frame.segmentNumber === undefined ? [] : sequence('0062000A', [number('0062000B', frame.segmentNumber)])),
  ]
}

function packed(pixels: readonly number[], isBinary: boolean): number[] {
  if (!isBinary) {
    return [...pixels]
  }
  const bytes = new Array<number>(Math.ceil(pixels.length / 8)).fill(0)
  pixels.forEach((bit, index) => {
    bytes[index >> 3] = (bytes[index >> 3] ?? 0) | (bit << (index & 7))
  })
  return bytes
}

function element(tag: string, vr: string, value: readonly number[]): number[] {
  const even = value.length % 2 === 0 ? value : [...value, vr === 'OB' ? 0 : 32]
  const length = LONG_LENGTH.includes(vr) ? [0, 0, ...longBytes(even.length)] : shortBytes(even.length)
  return [...tagBytes(tag), ...ascii(vr), ...length, ...even]
}

function sequence(tag: string, items: readonly (readonly number[])[]): number[] {
  return element(tag, 'SQ', items.flatMap((item) => [...tagBytes('FFFEE000'), ...longBytes(item.length), ...item]))
}

function text(tag: string, vr: string, value: string): number[] {
  const bytes = ascii(value)
  return element(tag, vr, vr === 'UI' && bytes.length % 2 === 1 ? [...bytes, 0] : bytes)
}

function number(tag: string, value: number): number[] {
  return element(tag, 'US', shortBytes(value))
}

function tagBytes(tag: string): number[] {
  return [...shortBytes(parseInt(tag.slice(0, 4), 16)), ...shortBytes(parseInt(tag.slice(4), 16))]
}

function ascii(value: string): number[] {
  return [...value].map((character) => character.charCodeAt(0))
}

function shortBytes(value: number): number[] {
  return [value & 255, (value >> 8) & 255]
}

function longBytes(value: number): number[] {
  return [...shortBytes(value & 0xffff), ...shortBytes(value >>> 16)]
}
