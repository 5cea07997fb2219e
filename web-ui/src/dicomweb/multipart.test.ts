import { describe, expect, it } from 'vitest'
import { firstPart } from './multipart'

const encode = (text: string) => new TextEncoder().encode(text)
const decode = (bytes: Uint8Array) => new TextDecoder().decode(bytes)

describe('firstPart', () => {
  const body = '--b1\r\nContent-Type: application/dicom\r\n\r\nDICM\r\n\r\nrest\r\n--b1--\r\n'
  it.each([
    ['multipart/related; type="application/dicom"; boundary=b1'],
    ['multipart/related; boundary="b1"; type="application/dicom"'],
  ])('reads the part of %s', (contentType) => {
    expect(decode(firstPart(encode(body), contentType))).toBe('DICM\r\n\r\nrest')
  })
  it('takes a plain answer whole', () => {
    expect(decode(firstPart(encode('DICM'), 'application/dicom'))).toBe('DICM')
  })
  it('refuses an answer that was cut off', () => {
    expect(() => firstPart(encode('--b1\r\n\r\nDICM'), 'multipart/related; boundary=b1')).toThrow('ends inside')
  })
})
