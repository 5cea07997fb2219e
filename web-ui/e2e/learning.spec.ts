import { expect, test } from '@playwright/test'
import { requirePlatform, signIn } from './platform'

test('a data scientist sees the curves of a training run', async ({ page }) => {
  requirePlatform('data-scientist')
  await signIn(page, 'data-scientist', '/#/training')
  await page.goto('/#/training')
  await page.getByRole('row').filter({ hasText: 'Completed' }).first().getByRole('link').click()
  await expect(page.getByTestId('epoch')).toBeVisible()
  const losses = page.locator('figure').filter({ hasText: 'Loss' }).locator('[data-series]')
  await expect(losses.first()).toBeVisible()
  const path = await losses.first().locator('path').getAttribute('d')
  expect(path).toMatch(/^M[\d.]+ [\d.]+L/)

  await page.getByRole('link', { name: 'Open model' }).click()
  await expect(page.getByRole('heading', { name: 'Model card' })).toBeVisible()
  await expect(page.locator('.figures tr').first()).toBeVisible()
})
