import { expect, test, type Page } from '@playwright/test'
import { CHROMIUM, isChromiumInstalled } from './chromium'

export type User = 'admin' | 'radiologist' | 'data-scientist' | 'auditor'

/** Skips, with the reason, where there is no browser or no platform to test. */
export function requirePlatform(...users: User[]): void {
  test.skip(!isChromiumInstalled, `${CHROMIUM} is not installed`)
  test.skip(process.env['ROENTGEN_URL'] === undefined, 'ROENTGEN_URL does not name a running platform')
  for (const user of users) {
    test.skip(password(user) === undefined, `${variable(user)} is not set`)
  }
}

/** Opens a page and signs in on the real login page of Keycloak. */
export async function signIn(page: Page, user: User, path = '/'): Promise<void> {
  await page.goto(path)
  await page.locator('#username').fill(`demo-${user}`)
  await page.locator('#password').fill(password(user) ?? '')
  await page.locator('#kc-login').click()
  await expect(page.getByRole('button', { name: 'Sign out' })).toBeVisible()
}

/** How many pixels of the picture are coloured: the images are grey, the overlay is not. */
export async function colouredPixels(page: Page): Promise<number> {
  return page.locator('[data-testid=viewport] canvas').evaluate((element) => {
    const canvas = element as HTMLCanvasElement
    const pixels = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data ?? []
    let coloured = 0
    for (let index = 0; index < pixels.length; index += 4) {
      const [red = 0, green = 0, blue = 0] = [pixels[index], pixels[index + 1], pixels[index + 2]]
      coloured += Math.max(red, green, blue) - Math.min(red, green, blue) > 20 ? 1 : 0
    }
    return coloured
  })
}

function password(user: User): string | undefined {
  return process.env[variable(user)]
}

function variable(user: User): string {
  return `ROENTGEN_${user.toUpperCase().replace('-', '_')}_PASSWORD`
}
