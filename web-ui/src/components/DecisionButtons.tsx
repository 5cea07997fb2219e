import { useI18n } from '../i18n/I18n'

export type Decision = 'approval' | 'decline'

interface DecisionButtonsProps {
  /** Why this person may not decide; shown on the buttons. */
  readonly refusal: string | undefined
  readonly isPending: boolean
  readonly onDecide: (decision: Decision) => void
  /** What approving is called here. */
  readonly approve?: string
}

/** Approve or decline what another person asked for. */
export function DecisionButtons({ refusal, isPending, onDecide, approve }: DecisionButtonsProps) {
  const { t } = useI18n()
  const button = (decision: Decision, className: string, label: string) => (
    <button
      type="button"
      className={className}
      disabled={refusal !== undefined || isPending}
      title={refusal}
      onClick={() => onDecide(decision)}
    >
      {label}
    </button>
  )
  return (
    <>
      {button('approval', 'accept', approve ?? t('promotions.approve'))}
      {button('decline', 'reject', t('promotions.decline'))}
    </>
  )
}
