import dicomParser, { type DataSet, type Element } from 'dicom-parser'
import { decodeFrame, type SegmentationEncoding } from './decodeFrame'
import type { Plane, Vector } from './geometry'

export interface Segment {
  readonly number: number
  readonly label: string
}

/** One frame of a Segmentation object, with what places it (PS3.3 C.8.20.3). */
export interface SegmentationFrame {
  /** The segment of a binary or fractional frame; absent in LABELMAP objects, whose pixels name the segment. */
  readonly segmentNumber: number | undefined
  readonly plane: Plane | undefined
  readonly referencedSopInstanceUids: readonly string[]
  /** The segment number at each pixel, 0 where there is none. */
  readonly labels: Uint8Array
}

export interface Segmentation {
  readonly sopInstanceUid: string
  readonly segments: readonly Segment[]
  readonly frames: readonly SegmentationFrame[]
}

const NATIVE_TRANSFER_SYNTAXES = ['1.2.840.10008.1.2', '1.2.840.10008.1.2.1', '1.2.840.10008.1.2.1.99']

/** Reads a Segmentation Storage or Label Map Segmentation Storage instance from its Part 10 bytes. */
export function parseSegmentation(bytes: Uint8Array): Segmentation {
  const dataSet = dicomParser.parseDicom(bytes)
  const transferSyntax = dataSet.string('x00020010') ?? '1.2.840.10008.1.2'
  if (!NATIVE_TRANSFER_SYNTAXES.includes(transferSyntax)) {
    throw new Error(`The segmentation has compressed frames (transfer syntax ${transferSyntax}); only native frames are shown`)
  }
  const encoding = readEncoding(dataSet)
  const pixels = pixelBytes(dataSet)
  const shared = items(dataSet, 'x52009229')[0]
  const frames = items(dataSet, 'x52009230').map((perFrame, index): SegmentationFrame => {
    const segmentNumber = group(perFrame, shared, 'x0062000a')?.uint16('x0062000b')
    return {
      segmentNumber,
      plane: readPlane(perFrame, shared, encoding),
      referencedSopInstanceUids: readReferences(perFrame),
      labels: decodeFrame(pixels, index, encoding, segmentNumber),
    }
  })
  const segments = items(dataSet, 'x00620002').map((segment) => ({
    number: segment.uint16('x00620004') ?? 0,
    label: segment.string('x00620005') ?? '',
  }))
  return { sopInstanceUid: dataSet.string('x00080018') ?? '', segments, frames }
}

function readEncoding(dataSet: DataSet): SegmentationEncoding {
  const type = dataSet.string('x00620001') ?? 'BINARY'
  if (type !== 'BINARY' && type !== 'FRACTIONAL' && type !== 'LABELMAP') {
    throw new Error(`Segmentation Type ${type} is not one of BINARY, FRACTIONAL, LABELMAP`)
  }
  return {
    type,
    rows: dataSet.uint16('x00280010') ?? 0,
    columns: dataSet.uint16('x00280011') ?? 0,
    bitsAllocated: dataSet.uint16('x00280100') ?? 1,
    maximumFractionalValue: dataSet.uint16('x0062000e') ?? 255,
  }
}

function pixelBytes(dataSet: DataSet): Uint8Array {
  const element = dataSet.elements['x7fe00010']
  if (element === undefined) {
    throw new Error('The segmentation has no Pixel Data (7FE0,0010)')
  }
  return new Uint8Array(dataSet.byteArray.buffer, dataSet.byteArray.byteOffset + element.dataOffset, element.length)
}

function readPlane(frame: DataSet, shared: DataSet | undefined, encoding: SegmentationEncoding): Plane | undefined {
  const position = numbers(group(frame, shared, 'x00209113'), 'x00200032', 3)
  const orientation = numbers(group(frame, shared, 'x00209116'), 'x00200037', 6)
  const spacing = numbers(group(frame, shared, 'x00289110'), 'x00280030', 2)
  if (position === undefined || orientation === undefined || spacing === undefined) {
    return undefined
  }
  return {
    position: position as unknown as Vector,
    rowDirection: orientation.slice(0, 3) as unknown as Vector,
    columnDirection: orientation.slice(3, 6) as unknown as Vector,
    rowSpacing: spacing[0] ?? 1,
    columnSpacing: spacing[1] ?? 1,
    rows: encoding.rows,
    columns: encoding.columns,
  }
}

function readReferences(frame: DataSet): string[] {
  return items(frame, 'x00089124')
    .flatMap((derivation) => items(derivation, 'x00082112'))
    .map((source) => source.string('x00081155') ?? '')
    .filter((uid) => uid !== '')
}

/** A functional group, per frame or else shared (PS3.3 C.7.6.16). */
function group(frame: DataSet, shared: DataSet | undefined, tag: string): DataSet | undefined {
  return items(frame, tag)[0] ?? (shared === undefined ? undefined : items(shared, tag)[0])
}

function items(dataSet: DataSet, tag: string): DataSet[] {
  const element: Element | undefined = dataSet.elements[tag]
  return (element?.items ?? []).flatMap((item) => (item.dataSet === undefined ? [] : [item.dataSet]))
}

function numbers(dataSet: DataSet | undefined, tag: string, count: number): number[] | undefined {
  const values = dataSet?.string(tag)?.split('\\').map(Number)
  return values?.length === count && values.every(Number.isFinite) ? values : undefined
}
