import { Dialog } from '../components/Dialog'
import { useI18n } from '../i18n/I18n'
import { SHORTCUTS } from './shortcuts'

export function ShortcutHelp({ onClose }: { readonly onClose: () => void }) {
  const { t } = useI18n()
  return (
    <Dialog title={t('viewer.shortcuts')} onClose={onClose}>
      <dl className="shortcuts">
        {SHORTCUTS.map((shortcut) => (
          <div key={shortcut.label}>
            <dt>
              {shortcut.keys.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{t(shortcut.label)}</dd>
          </div>
        ))}
      </dl>
      <p className="muted">{t('viewer.mouseHelp')}</p>
      <div className="dialog-actions">
        <button type="button" onClick={onClose}>
          {t('action.close')}
        </button>
      </div>
    </Dialog>
  )
}
