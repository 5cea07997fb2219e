import { expect, test } from '@playwright/test'
import { colouredPixels, requirePlatform, signIn } from './platform'

test('rejecting needs a reason', async ({ page }) => {
  requirePlatform('radiologist')
  await signIn(page, 'radiologist')
  const waiting = page.getByTestId('study-row').filter({ hasText: 'Ready for review' })
  await waiting.first().getByRole('link').click()
  await page.getByRole('button', { name: /^Reject/ }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: 'Reject', exact: true }).click()
  await expect(dialog).toContainText('A reason is required')
  await page.keyboard.press('Escape')
  await expect(page.getByTestId('result').first()).toContainText('not yet reviewed')
})

test('a radiologist reads a study with its overlay and accepts the result', async ({ page }) => {
  requirePlatform('radiologist')
  await signIn(page, 'radiologist')
  await expect(page.getByRole('heading', { name: 'Reading worklist' })).toBeVisible()

  await page.getByRole('button', { name: 'Ready for review' }).click()
  await expect(page.getByTestId('study-row').first()).toContainText('Ready for review')
  await page.keyboard.press('j')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/#\/studies\/[0-9a-f-]{36}$/)

  await expect(page.getByTestId('viewport')).toHaveAttribute('data-overlay', 'true')
  await expect(page.getByTestId('result').first()).toContainText('not yet reviewed')
  await page.getByRole('button', { name: 'Show', exact: true }).first().click()
  await expect.poll(() => colouredPixels(page)).toBeGreaterThan(20)
  await page.keyboard.press('o')
  await expect.poll(() => colouredPixels(page)).toBe(0)
  await page.keyboard.press('o')
  await expect.poll(() => colouredPixels(page)).toBeGreaterThan(20)

  const position = page.getByTestId('image-position')
  const before = await position.textContent()
  await page.keyboard.press('ArrowDown')
  await expect(position).not.toHaveText(before ?? '')

  await page.keyboard.press('a')
  await page.getByRole('dialog').getByRole('button', { name: 'Accept', exact: true }).click()
  await expect(page.getByTestId('decision').first()).toContainText('Accepted')
  await page.reload()
  await expect(page.getByTestId('decision').first()).toContainText('demo-radiologist')
})
