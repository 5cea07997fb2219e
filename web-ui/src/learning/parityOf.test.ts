import { expect, test } from 'vitest'
import { parityOf } from './parityOf'

test.each([
  [{ trainingRunId: 'a run', parityMaxAbsDifference: 0.0000057 }, '5.7e-6'],
  [{ trainingRunId: 'a run', parityMaxAbsDifference: 0 }, '0.0e+0'],
  [{ parityMaxAbsDifference: 0 }, '–'],
])('%j is shown as %s', (version, shown) => {
  expect(parityOf(version)).toBe(shown)
})
