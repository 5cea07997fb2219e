import { useSyncExternalStore } from 'react'

/**
 * The open page as the parts of the URL's fragment: #/studies/ID is ['studies', 'ID']. Only the platform's own ids appear
 * in it, never what names a patient.
 */
export function useRoute(): readonly string[] {
  const hash = useSyncExternalStore(subscribe, () => window.location.hash)
  return parseRoute(hash)
}

export function parseRoute(hash: string): string[] {
  return hash
    .replace(/^#\/?/, '')
    .split('/')
    .filter((segment) => segment !== '')
    .map(decodeURIComponent)
}

export function href(...segments: string[]): string {
  return `#/${segments.map(encodeURIComponent).join('/')}`
}

export function navigate(...segments: string[]): void {
  window.location.hash = href(...segments)
}

function subscribe(onChange: () => void): () => void {
  window.addEventListener('hashchange', onChange)
  return () => window.removeEventListener('hashchange', onChange)
}
