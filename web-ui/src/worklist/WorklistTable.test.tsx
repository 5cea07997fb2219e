// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { WorklistItem } from '../api/types'
import { I18nProvider } from '../i18n/I18n'
import { WorklistTable } from './WorklistTable'

function study(studyId: string, changes: Partial<WorklistItem> = {}): WorklistItem {
  return {
    studyId,
    studyInstanceUid: `1.2.${studyId}`,
    patientName: 'Phantom^Head',
    modalities: ['MR'],
    receivedAt: '2024-01-31T12:00:00Z',
    series: 1,
    instances: 40,
    state: 'READY_FOR_REVIEW',
    runs: [],
    ...changes,
  }
}

function show(...items: WorklistItem[]): void {
  render(
    <I18nProvider>
      <WorklistTable items={items} />
    </I18nProvider>,
  )
}

const press = (...keys: string[]) => keys.forEach((key) => fireEvent.keyDown(document.body, { key }))

describe('the worklist', () => {
  beforeEach(() => {
    window.location.hash = ''
  })
  afterEach(cleanup)

  it.each([
    [['j', 'Enter'], '#/studies/a'],
    [['j', 'j', 'Enter'], '#/studies/b'],
    [['j', 'j', 'j', 'k', 'Enter'], '#/studies/a'],
    [['ArrowUp', 'Enter'], '#/studies/b'],
    [['Enter'], ''],
  ])('opens with the keys %s the page %s', (keys, hash) => {
    show(study('a'), study('b'))
    press(...keys)
    expect(window.location.hash).toBe(hash)
  })

  it('moves the focus with the selection, so that Enter opens the study and no button pressed before', () => {
    show(study('a'), study('b'))
    press('j', 'j')
    expect(document.activeElement?.getAttribute('href')).toBe('#/studies/b')
  })

  it('leaves keys alone that are typed into a text', () => {
    show(study('a'))
    const input = document.body.appendChild(document.createElement('input'))
    fireEvent.keyDown(input, { key: 'j' })
    press('Enter')
    expect(window.location.hash).toBe('')
    input.remove()
  })

  it('says why a study was stopped', () => {
    const cause = { code: 'QUALITY_GATE_REJECTED', message: 'Slice 14 is missing' } as const
    const run = { runId: 'r', pipeline: 'p', seriesInstanceUid: '1', state: 'STOPPED', cause } as const
    show(study('a', { state: 'STOPPED', runs: [run] }))
    expect(screen.getByText('Slice 14 is missing')).toBeDefined()
  })
})
