import { ApiError } from '../api/problem'
import { useI18n, type Translate } from '../i18n/I18n'

interface Props {
  readonly error: unknown
  readonly onRetry?: () => void
}

export function ErrorState({ error, onRetry }: Props) {
  const { t } = useI18n()
  return (
    <div className="state state-error" role="alert">
      <strong>{t('state.error')}</strong>
      <span>{errorText(error, t)}</span>
      {onRetry !== undefined && (
        <button type="button" onClick={onRetry}>
          {t('action.retry')}
        </button>
      )}
    </div>
  )
}

/** What went wrong, for people: the platform's own words where it gave any. */
export function errorText(error: unknown, t: Translate): string {
  if (error instanceof ApiError) {
    if (error.status === 0) {
      return t('error.unreachable')
    }
    if (error.status === 403) {
      return t('error.forbidden')
    }
    return error.problem.detail ?? error.problem.title ?? t('error.http', { status: error.status })
  }
  return error instanceof Error ? error.message : String(error)
}
