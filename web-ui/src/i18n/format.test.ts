import { describe, expect, it } from 'vitest'
import { createFormat, formatDuration, formatPersonName } from './format'

describe('format', () => {
  it.each([
    ['Doe^Jane', 'Doe, Jane'],
    ['Doe^Jane^Mary^Dr', 'Doe, Jane Mary'],
    ['Wang^XiaoDong=王^小东', 'Wang, XiaoDong'],
    ['Phantom', 'Phantom'],
    [undefined, ''],
  ])('writes the name %s as %s', (value, text) => expect(formatPersonName(value)).toBe(text))

  it.each([
    [0, '0:00'],
    [59.6, '1:00'],
    [3_723, '1:02:03'],
    [-5, '0:00'],
  ])('writes %d seconds as %s', (seconds, text) => expect(formatDuration(seconds)).toBe(text))

  it.each([
    ['en', '20240131', 'Jan 31, 2024'],
    ['zh', '20240131', '2024年1月31日'],
    ['en', 'not a date', 'not a date'],
    ['en', undefined, ''],
  ])('writes in %s the date %s as %s', (language, value, text) => expect(createFormat(language).dicomDate(value)).toBe(text))

  it('tells how long ago', () => {
    const now = Date.parse('2024-01-31T12:00:00Z')
    expect(createFormat('en').relative('2024-01-31T11:55:00Z', now)).toBe('5 min. ago')
    expect(createFormat('zh').relative('2024-01-30T12:00:00Z', now)).toBe('昨天')
  })
})
