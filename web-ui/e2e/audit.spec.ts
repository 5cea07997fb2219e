import { expect, test } from '@playwright/test'
import { requirePlatform, signIn } from './platform'

test('an auditor verifies the trail and sees nothing else', async ({ page }) => {
  requirePlatform('auditor')
  await signIn(page, 'auditor')
  await expect(page.getByRole('heading', { name: 'Audit trail' })).toBeVisible()
  await expect(page.getByRole('row').nth(1)).toBeVisible()
  await page.getByRole('button', { name: 'Verify chain' }).click()
  await expect(page.getByTestId('verification')).toContainText(/Chain intact: \d+ events/)

  await expect(page.getByRole('link', { name: 'Reading' })).toHaveCount(0)
  await page.goto('/#/worklist')
  await expect(page.getByText('This page is not for your role')).toBeVisible()
  expect((await page.request.get('/api/v1/worklist')).status()).toBe(403)
})

test('without a session the platform asks for one', async ({ page, request }) => {
  requirePlatform()
  expect((await request.get('/api/v1/me', { maxRedirects: 0, headers: { 'X-Requested-With': 'Roentgen' } })).status()).toBe(401)
  await page.goto('/')
  await expect(page.locator('#kc-login')).toBeVisible()
})
