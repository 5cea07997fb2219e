import { describe, expect, it } from 'vitest'
import { chinese } from './chinese'
import { english, type MessageKey } from './english'

const placeholders = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(([name]) => name).sort()

describe('messages', () => {
  it.each(Object.keys(english) as MessageKey[])('%s has the same placeholders in both languages', (key) => {
    expect(chinese[key]).not.toBe('')
    expect(placeholders(chinese[key])).toEqual(placeholders(english[key]))
  })
})
