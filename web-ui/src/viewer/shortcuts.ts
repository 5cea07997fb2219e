import type { MessageKey } from '../i18n/english'

export interface Shortcut {
  readonly keys: readonly string[]
  readonly label: MessageKey
}

/** What the help lists; the keys themselves are handled where their action is. */
export const SHORTCUTS: readonly Shortcut[] = [
  { keys: ['↑', '↓'], label: 'shortcut.scroll' },
  { keys: ['PgUp', 'PgDn'], label: 'shortcut.scrollFast' },
  { keys: ['Home', 'End'], label: 'shortcut.ends' },
  { keys: ['←', '→'], label: 'shortcut.series' },
  { keys: ['W', 'P', 'Z', 'S'], label: 'shortcut.tools' },
  { keys: ['+', '−'], label: 'shortcut.zoom' },
  { keys: ['1', '…', '9'], label: 'shortcut.presets' },
  { keys: ['I'], label: 'tool.invert' },
  { keys: ['R'], label: 'tool.reset' },
  { keys: ['O'], label: 'shortcut.overlay' },
  { keys: ['[', ']'], label: 'shortcut.opacity' },
  { keys: ['A'], label: 'review.accept' },
  { keys: ['X'], label: 'review.reject' },
  { keys: ['N'], label: 'viewer.next' },
  { keys: ['Esc'], label: 'viewer.backToList' },
  { keys: ['?'], label: 'viewer.shortcuts' },
]
