import { existsSync } from 'node:fs'

/** The system's Chromium; nothing is downloaded. */
export const CHROMIUM = process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium'

export const isChromiumInstalled = existsSync(CHROMIUM)

/** WebGL in software, so that the viewer renders on machines without a screen or a graphics card. */
export const FLAGS = [
  '--no-sandbox',
  '--disable-dev-shm-usage',
  '--use-gl=angle',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
  '--disable-background-networking',
  '--no-first-run',
]
