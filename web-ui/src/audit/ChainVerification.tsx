import { useMutation } from '@tanstack/react-query'
import { verifyAudit } from '../api/verifyAudit'
import { errorText } from '../components/ErrorState'
import { useI18n } from '../i18n/I18n'

/** Recomputes the hash chain on the platform and says whether any event was changed, removed or put in between. */
export function ChainVerification() {
  const { t } = useI18n()
  const verification = useMutation({ mutationFn: verifyAudit })
  const result = verification.data
  return (
    <div className="verification">
      <button
        type="button"
        className="primary"
        disabled={verification.isPending}
        onClick={() => verification.mutate()}
      >
        {t(verification.isPending ? 'audit.verifying' : 'audit.verify')}
      </button>
      <span role="status" data-testid="verification">
        {verification.isError && <span className="reason">{errorText(verification.error, t)}</span>}
        {result?.valid === true && <span className="valid">{t('audit.valid', { events: result.events })}</span>}
        {result?.valid === false && (
          <span className="reason">{t('audit.invalid', { sequence: result.firstInvalidSequence ?? '?' })}</span>
        )}
      </span>
    </div>
  )
}
