import { defineConfig } from '@playwright/test'
import { CHROMIUM, FLAGS } from './chromium'

/**
 * Tests against a running platform: ROENTGEN_URL, and for each role ROENTGEN_<ROLE>_PASSWORD
 * (ADMIN, RADIOLOGIST, DATA_SCIENTIST, AUDITOR). They decide one study that is ready for review.
 */
export default defineConfig({
  testDir: '.',
  workers: 1,
  timeout: 300_000,
  expect: { timeout: 90_000 },
  reporter: [['list']],
  outputDir: '../test-results',
  use: {
    baseURL: process.env['ROENTGEN_URL'] ?? 'http://localhost:8080',
    locale: 'en-US',
    actionTimeout: 90_000,
    navigationTimeout: 90_000,
    viewport: { width: 1440, height: 900 },
    screenshot: 'only-on-failure',
    launchOptions: { executablePath: CHROMIUM, args: FLAGS },
  },
})
