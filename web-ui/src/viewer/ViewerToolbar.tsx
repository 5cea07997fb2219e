import type { MessageKey } from '../i18n/english'
import { useI18n } from '../i18n/I18n'
import type { WindowPreset } from './presets'
import type { MouseTool } from './StackViewer'

interface Props {
  readonly tool: MouseTool
  readonly presets: readonly WindowPreset[]
  readonly onTool: (tool: MouseTool) => void
  readonly onPreset: (index: number) => void
  readonly onInvert: () => void
  readonly onReset: () => void
  readonly onHelp: () => void
}

const TOOLS: readonly { readonly tool: MouseTool; readonly label: MessageKey; readonly key: string }[] = [
  { tool: 'window', label: 'tool.window', key: 'W' },
  { tool: 'pan', label: 'tool.pan', key: 'P' },
  { tool: 'zoom', label: 'tool.zoom', key: 'Z' },
  { tool: 'scroll', label: 'tool.scroll', key: 'S' },
]

export function ViewerToolbar({ tool, presets, onTool, onPreset, onInvert, onReset, onHelp }: Props) {
  const { t } = useI18n()
  return (
    <div className="toolbar" role="toolbar" aria-label={t('viewer.tools')}>
      <div className="button-group">
        {TOOLS.map((entry) => (
          <button
            key={entry.tool}
            type="button"
            aria-pressed={tool === entry.tool}
            title={`${t(entry.label)} (${entry.key})`}
            onClick={() => onTool(entry.tool)}
          >
            {t(entry.label)}
          </button>
        ))}
      </div>
      <div className="button-group" aria-label={t('viewer.presets')} role="group">
        {presets.map((preset, index) => (
          <button key={preset.label} type="button" title={`${t(preset.label)} (${index + 1})`} onClick={() => onPreset(index)}>
            {t(preset.label)}
          </button>
        ))}
      </div>
      <button type="button" onClick={onInvert} title={`${t('tool.invert')} (I)`}>
        {t('tool.invert')}
      </button>
      <button type="button" onClick={onReset} title={`${t('tool.reset')} (R)`}>
        {t('tool.reset')}
      </button>
      <button type="button" className="quiet toolbar-end" onClick={onHelp} title="?">
        {t('viewer.shortcuts')}
      </button>
    </div>
  )
}
