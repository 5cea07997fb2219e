const CARRIAGE_RETURN_LINE_FEED = [13, 10] as const

/** The first part of a multipart/related body (RFC 2046 5.1), without its headers. */
export function firstPart(body: Uint8Array, contentType: string): Uint8Array {
  const boundary = /boundary="?([^";]+)"?/i.exec(contentType)?.[1]
  if (boundary === undefined) {
    return body
  }
  const delimiter = new TextEncoder().encode(`--${boundary}`)
  const start = indexOf(body, delimiter, 0)
  const headersEnd = indexOf(body, new Uint8Array([...CARRIAGE_RETURN_LINE_FEED, ...CARRIAGE_RETURN_LINE_FEED]), start)
  if (start < 0 || headersEnd < 0) {
    throw new Error('The multipart answer has no part')
  }
  const partStart = headersEnd + 4
  const closing = new TextEncoder().encode(`\r\n--${boundary}`)
  const end = indexOf(body, closing, partStart)
  if (end < 0) {
    throw new Error('The multipart answer ends inside its first part')
  }
  return body.slice(partStart, end)
}

function indexOf(body: Uint8Array, pattern: Uint8Array, from: number): number {
  for (let index = Math.max(0, from); index <= body.length - pattern.length; index++) {
    let matched = 0
    while (matched < pattern.length && body[index + matched] === pattern[matched]) {
      matched++
    }
    if (matched === pattern.length) {
      return index
    }
  }
  return -1
}
