// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { I18nProvider } from '../i18n/I18n'
import { FacePicture } from './FacePicture'

describe('the picture of a face', () => {
  afterEach(cleanup)

  it('is fetched when it is asked for and not before', () => {
    render(
      <I18nProvider>
        <FacePicture recordId="r1" />
      </I18nProvider>,
    )
    expect(screen.queryByRole('img')).toBeNull()
    expect(screen.getByText(/every look is in the audit trail/)).toBeDefined()
    fireEvent.click(screen.getByRole('button', { name: 'Show the head before and after' }))
    expect(screen.getByRole('img').getAttribute('src')).toBe('/api/v1/deidentification-records/r1/face-picture')
    expect(screen.getByText(/the brain must be whole/)).toBeDefined()
  })
})
