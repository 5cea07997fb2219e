import { useI18n } from '../i18n/I18n'

export function Loading() {
  const { t } = useI18n()
  return (
    <div className="state" role="status" aria-live="polite">
      <span className="spinner" aria-hidden="true" />
      <span>{t('state.loading')}</span>
    </div>
  )
}
