import type { RuleCheck } from '../api/types'
import { useI18n } from '../i18n/I18n'

/** Rules with their outcome, the figures, and what to do about those that do not hold. */
export function RuleChecks({ checks }: { readonly checks: readonly RuleCheck[] }) {
  const { t } = useI18n()
  return (
    <ul className="rule-checks">
      {checks.map((check) => (
        <li key={`${check.rule} ${check.demanded}`} data-passed={check.passed}>
          <span className={`chip chip-${check.passed ? 'good' : 'bad'}`}>{t(check.passed ? 'rules.passed' : 'rules.failed')}</span>{' '}
          {check.demanded}
          <span className="secondary">
            {check.found}
            {check.fix !== '' && ` → ${check.fix}`}
          </span>
        </li>
      ))}
    </ul>
  )
}
