export interface SegmentationEncoding {
  readonly type: 'BINARY' | 'FRACTIONAL' | 'LABELMAP'
  readonly rows: number
  readonly columns: number
  readonly bitsAllocated: number
  readonly maximumFractionalValue: number
}

/**
 * The segment number at each pixel of a frame. Binary frames are bit-packed, least significant bit first, and follow each
 * other without padding to whole bytes (PS3.5 8.1.1).
 */
export function decodeFrame(
  pixels: Uint8Array,
  frame: number,
  encoding: SegmentationEncoding,
  segmentNumber: number | undefined,
): Uint8Array {
  const length = encoding.rows * encoding.columns
  requireBytes(pixels, frame, length, encoding.bitsAllocated)
  const labels = new Uint8Array(length)
  if (encoding.type === 'LABELMAP') {
    copyLabels(pixels, frame * length, labels, encoding.bitsAllocated)
    return labels
  }
  const segment = segmentNumber ?? 0
  const start = frame * length
  for (let index = 0; index < length; index++) {
    const position = start + index
    const isSet =
      encoding.bitsAllocated === 1
        ? (((pixels[position >> 3] ?? 0) >> (position & 7)) & 1) === 1
        : (pixels[position] ?? 0) * 2 >= encoding.maximumFractionalValue
    labels[index] = isSet ? segment : 0
  }
  return labels
}

function copyLabels(pixels: Uint8Array, start: number, labels: Uint8Array, bitsAllocated: number): void {
  const bytes = bitsAllocated / 8
  for (let index = 0; index < labels.length; index++) {
    labels[index] = pixels[(start + index) * bytes] ?? 0
  }
}

function requireBytes(pixels: Uint8Array, frame: number, length: number, bitsAllocated: number): void {
  const needed = Math.ceil(((frame + 1) * length * bitsAllocated) / 8)
  if (pixels.length < needed) {
    throw new Error(`Pixel Data has ${pixels.length} bytes, but frame ${frame + 1} ends at byte ${needed}`)
  }
}
