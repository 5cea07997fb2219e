import { useI18n } from '../i18n/I18n'
import type { Liveness } from './useLiveEvents'

export function LiveIndicator({ liveness }: { readonly liveness: Liveness }) {
  const { t } = useI18n()
  return (
    <span className={`live live-${liveness}`} role="status" title={t(`live.${liveness}.hint`)}>
      <span className="live-dot" aria-hidden="true" />
      {t(`live.${liveness}`)}
    </span>
  )
}
