import { useEffect, useRef } from 'react'

export type KeyMap = Readonly<Record<string, () => void>>

/** Single-key shortcuts of a page. They rest while a text is typed, a dialog is open, or a modifier is held. */
export function useKeys(keys: KeyMap): void {
  const current = useRef(keys)
  current.current = keys
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const action = current.current[event.key.length === 1 ? event.key.toLowerCase() : event.key]
      if (action === undefined || event.defaultPrevented || isBusy(event)) {
        return
      }
      event.preventDefault()
      action()
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [])
}

function isBusy(event: KeyboardEvent): boolean {
  const target = event.target
  const isTyping =
    target instanceof HTMLElement &&
    (target.isContentEditable || ['TEXTAREA', 'SELECT'].includes(target.tagName) || isTextInput(target))
  const isOnControl = event.key === 'Enter' && target instanceof HTMLElement && ['A', 'BUTTON'].includes(target.tagName)
  return isTyping || isOnControl || event.ctrlKey || event.altKey || event.metaKey || document.querySelector('dialog[open]') !== null
}

function isTextInput(target: HTMLElement): boolean {
  return target instanceof HTMLInputElement && !['range', 'checkbox', 'radio', 'button'].includes(target.type)
}
