import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'

const backend = process.env['ROENTGEN_URL'] ?? 'http://localhost:8080'

export default defineConfig({
  plugins: [react()],
  resolve: {
    alias: { events: 'events/events.js', url: 'url/url.js' },
  },
  worker: { format: 'es' },
  optimizeDeps: { exclude: ['@cornerstonejs/dicom-image-loader'], include: ['dicom-parser'] },
  build: { outDir: 'dist', chunkSizeWarningLimit: 4096 },
  server: {
    proxy: Object.fromEntries(
      ['/api', '/dicom-web', '/login', '/logout', '/q'].map((path) => [path, { target: backend }]),
    ),
  },
  test: { environment: 'node', testTimeout: 60_000, include: ['src/**/*.test.{ts,tsx}'] },
})
