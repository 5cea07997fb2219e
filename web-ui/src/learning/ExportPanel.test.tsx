// @vitest-environment jsdom
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { Notifications } from '../components/Notifications'
import { I18nProvider } from '../i18n/I18n'
import { ExportPanel } from './ExportPanel'

const asked: string[] = []
const saved: string[] = []

beforeEach(() => {
  asked.length = 0
  saved.length = 0
  URL.createObjectURL = () => 'blob:zip'
  URL.revokeObjectURL = () => undefined
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
    saved.push(this.download)
  })
})

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

function show(answer: () => Response) {
  vi.stubGlobal('fetch', (url: string) => {
    asked.push(url)
    return Promise.resolve(answer())
  })
  render(
    <QueryClientProvider client={new QueryClient()}>
      <I18nProvider>
        <Notifications>
          <ExportPanel versionId="v1" name="lungs-v3" />
        </Notifications>
      </I18nProvider>
    </QueryClientProvider>,
  )
}

it('asks for the chosen form and hands the file over', async () => {
  show(() => new Response('zip'))
  fireEvent.change(screen.getByLabelText('The graph ends in'), { target: { value: 'labels' } })
  fireEvent.click(screen.getByRole('checkbox', { hidden: true }))
  fireEvent.click(screen.getByText('Download'))
  await waitFor(() => expect(saved).toEqual(['lungs-v3-labels.zip']))
  expect(asked).toEqual(['/api/v1/model-versions/v1/package?tail=labels&normalisation=true'])
})

it('says why a form cannot be had', async () => {
  show(() => new Response(JSON.stringify({ detail: 'no step that could go into the graph' }), { status: 409, headers: { 'Content-Type': 'application/problem+json' } }))
  fireEvent.click(screen.getByText('Download'))
  await screen.findByText(/no step that could go into the graph/)
  expect(saved).toEqual([])
})
