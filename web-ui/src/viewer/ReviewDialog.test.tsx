// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { Decision } from '../api/reviewRun'
import { I18nProvider } from '../i18n/I18n'
import { ReviewDialog } from './ReviewDialog'

type Decided = readonly [Decision, boolean]

function open(decision: Decision['decision']): Decided[] {
  const decided: Decided[] = []
  render(
    <I18nProvider>
      <ReviewDialog
        decision={decision}
        onClose={() => undefined}
        onDecide={(chosen, thenNext) => decided.push([chosen, thenNext])}
      />
    </I18nProvider>,
  )
  return decided
}

const click = (name: string) => fireEvent.click(screen.getByRole('button', { name, hidden: true }))
const write = (text: string) => fireEvent.change(screen.getByRole('textbox', { hidden: true }), { target: { value: text } })

describe('the review dialog', () => {
  beforeAll(() => {
    // the browser's own dialogs, which the test environment lacks
    HTMLDialogElement.prototype.showModal ??= () => undefined
    HTMLDialogElement.prototype.close ??= () => undefined
  })
  afterEach(cleanup)

  it('does not reject without a reason', () => {
    const decided = open('REJECTED')
    click('Reject')
    write('   ')
    click('Reject')
    expect(decided).toEqual([])
    expect(screen.getByText('A reason is required to reject.')).toBeDefined()
  })

  it('rejects with a reason', () => {
    const decided = open('REJECTED')
    write(' misses the tail ')
    click('Reject')
    expect(decided).toEqual([[{ decision: 'REJECTED', reason: 'misses the tail' }, false]])
  })

  it('rejects with a suggested reason and goes on', () => {
    const decided = open('REJECTED')
    click('Segmentation incomplete')
    click('Reject, next study')
    expect(decided).toEqual([[{ decision: 'REJECTED', reason: 'Segmentation incomplete' }, true]])
  })

  it('accepts without a note', () => {
    const decided = open('ACCEPTED')
    click('Accept')
    expect(decided).toEqual([[{ decision: 'ACCEPTED' }, false]])
  })
})
