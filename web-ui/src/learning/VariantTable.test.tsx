// @vitest-environment jsdom
import { cleanup, render, screen } from '@testing-library/react'
import { afterEach, expect, it } from 'vitest'
import { I18nProvider } from '../i18n/I18n'
import { VariantTable } from './VariantTable'

afterEach(cleanup)

const variant = { share: 0.5, maxAbsDifference: 0.001, metric: 'dice', cases: 8, loss: 0.0004 }

it('tells the time of a call over that of the model, where it was measured', () => {
  render(
    <I18nProvider>
      <VariantTable
        variants={[
          { ...variant, file: 'model.fp16.onnx', time: 0.924 },
          { ...variant, file: 'model.int8.onnx', time: 0, refusal: 'it does not run' },
          { ...variant, file: 'of-before.onnx' },
        ]}
      />
    </I18nProvider>,
  )
  const rows = screen.getAllByRole('row').map((row) => [...row.querySelectorAll('th,td')].map((cell) => cell.textContent))
  expect(rows.map((cells) => cells[2])).toEqual(['Time of a call', '0.92 ×', '–', '–'])
})
