import { describe, expect, it } from 'vitest'
import { EMPTY_QUESTION, toSelection } from './seriesQuestion'

describe('question to the archive', () => {
  it('leaves out what is empty', () => {
    expect(toSelection({ ...EMPTY_QUESTION, bodyPart: ' BRAIN ', review: 'ACCEPTED', label: ' ' })).toEqual({ bodyPart: 'BRAIN', review: 'ACCEPTED' })
  })
  it('is empty when nothing is asked', () => expect(toSelection(EMPTY_QUESTION)).toEqual({}))
})
