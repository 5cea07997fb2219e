// @vitest-environment jsdom
import { cleanup, render, screen } from '@testing-library/react'
import { afterEach, expect, it } from 'vitest'
import { I18nProvider } from '../i18n/I18n'
import { metricNames } from './metricName'
import { WorstCases } from './WorstCases'

const CASES = [
  { id: 'case-7', values: { dice: 0.31, 'dice.1': 0.31 } },
  { id: 'case-2', values: { dice: 0.5, 'dice.1': 0.5 } },
]

const nameOf = metricNames([{ value: 1, name: 'Anterior' }])

afterEach(cleanup)

it('shows the pictures that the package has, each with the figure that it is sorted by', () => {
  render(
    <I18nProvider>
      <WorstCases versionId="v1" cases={CASES} pictures={{ 'case-7': 'picture-01.png' }} nameOf={nameOf} />
    </I18nProvider>,
  )
  const pictures = screen.getAllByRole('img', { hidden: true })
  expect(pictures.map((picture) => picture.getAttribute('src'))).toEqual(['/api/v1/model-versions/v1/pictures/picture-01.png'])
  expect(pictures[0]?.getAttribute('alt')).toContain('case-7')
  expect(screen.getByText('dice 0.31')).toBeTruthy()
})

it('shows the table alone for packages without pictures', () => {
  render(
    <I18nProvider>
      <WorstCases versionId="v1" cases={CASES} pictures={{}} nameOf={nameOf} />
    </I18nProvider>,
  )
  expect(screen.queryAllByRole('img', { hidden: true })).toHaveLength(0)
  expect(screen.getByText('case-2')).toBeTruthy()
  expect(screen.getByText('dice · Anterior')).toBeTruthy()
})
