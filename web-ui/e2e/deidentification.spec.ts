import { randomInt } from 'node:crypto'
import { expect, test, type Page } from '@playwright/test'
import { requirePlatform, signIn } from './platform'

const COLUMNS = 60
const ROWS = 40

test('an administrator decides what is blanked in an image in doubt', async ({ page }) => {
  requirePlatform('admin')
  await signIn(page, 'admin', '/#/profiles')
  await expect(page.getByRole('link', { name: 'basic+pixels' })).toBeVisible()

  const study = await storeImageInDoubt(page)
  await deidentify(page, study)
  await page.goto('/#/pixel-doubts')
  await page.getByTestId('pixel-doubt').last().getByRole('link').click()
  const original = page.getByRole('img', { name: 'Original' })
  const box = await original.boundingBox()
  expect(box).not.toBeNull()
  const { x = 0, y = 0, width = 0, height = 0 } = box ?? {}
  await page.mouse.move(x + width / 2, y + height / 2)
  await page.mouse.down()
  await page.mouse.move(x + width / 2 + 30, y + height / 2 + 20, { steps: 4 })
  await page.mouse.up()
  await expect(page.getByTestId('region')).toHaveCount(1)
  await page.getByRole('button', { name: 'Blank regions: 1' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Blank regions: 1' }).click()
  await expect(page).toHaveURL(/#\/pixel-doubts$/)

  await expect.poll(() => states(page, study)).toEqual(['RELEASED'])
  await page.goto(`/#/deidentification/${await platformId(page, study)}`)
  await page.getByTestId('series-record').getByRole('link').first().click()
  await expect(page.getByTestId('deidentified-instance')).toContainText('demo-admin')
  await page.getByRole('link', { name: 'Compare' }).click()
  for (const picture of await page.locator('figure img').all()) {
    await expect.poll(() => picture.evaluate((image) => (image as HTMLImageElement).naturalWidth)).toBe(COLUMNS)
  }
  await expect(page.getByTestId('attribute-difference').filter({ hasText: 'PatientName' })).toContainText('Zweifel^Vera')
})

const WRITE = { 'X-Requested-With': 'Roentgen' }

/** A grey image whose header says that text is burned in, where none can be found. */
async function storeImageInDoubt(page: Page): Promise<string> {
  const study = `2.25.${randomInt(2 ** 47)}`
  const text = (vr: string, value: unknown) => ({ vr, Value: [value] })
  const metadata = [
    {
      '00080016': text('UI', '1.2.840.10008.5.1.4.1.1.6.1'),
      '00080018': text('UI', `${study}.2`),
      '00080060': text('CS', 'US'),
      '00100010': text('PN', { Alphabetic: 'Zweifel^Vera' }),
      '00100020': text('LO', 'E2E-VERA'),
      '0020000D': text('UI', study),
      '0020000E': text('UI', `${study}.1`),
      '00280002': text('US', 1),
      '00280004': text('CS', 'MONOCHROME2'),
      '00280010': text('US', ROWS),
      '00280011': text('US', COLUMNS),
      '00280100': text('US', 8),
      '00280101': text('US', 8),
      '00280102': text('US', 7),
      '00280103': text('US', 0),
      '00280301': text('CS', 'YES'),
      '7FE00010': { vr: 'OB', BulkDataURI: 'pixels' },
    },
  ]
  const part = (headers: string) => `\r\n--part\r\n${headers}\r\n\r\n`
  const body = Buffer.concat([
    Buffer.from(part('Content-Type: application/dicom+json') + JSON.stringify(metadata)),
    Buffer.from(part('Content-Type: application/octet-stream\r\nContent-Location: pixels')),
    Buffer.alloc(ROWS * COLUMNS, 90),
    Buffer.from('\r\n--part--\r\n'),
  ])
  const response = await page.request.post('/dicom-web/studies', {
    headers: { ...WRITE, 'Content-Type': 'multipart/related; type="application/dicom+json"; boundary=part' },
    data: body,
  })
  expect(response.status()).toBe(200)
  return study
}

async function deidentify(page: Page, study: string): Promise<void> {
  const path = `/api/v1/studies/${study}/deidentification`
  await expect
    .poll(async () =>
      (await page.request.post(path, { headers: WRITE, data: { profile: 'basic+pixels' } })).status(),
    )
    .toBe(202)
  await expect.poll(() => states(page, study)).toEqual(['REFUSED'])
}

async function states(page: Page, study: string): Promise<string[]> {
  return (await records(page, study)).map((record) => record.state)
}

async function platformId(page: Page, study: string): Promise<string> {
  return (await records(page, study))[0]?.studyId ?? ''
}

async function records(page: Page, study: string): Promise<{ state: string; studyId: string }[]> {
  const answer = await page.request.get(`/api/v1/studies/${study}/deidentification`)
  return ((await answer.json()) as { items: { state: string; studyId: string }[] }).items
}
