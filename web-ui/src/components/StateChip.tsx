import { useI18n } from '../i18n/I18n'
import type { MessageKey } from '../i18n/english'

export type Tone = 'neutral' | 'active' | 'attention' | 'good' | 'warning' | 'bad'

const TONES: Readonly<Record<string, Tone>> = {
  RECEIVING: 'active',
  NO_AI: 'neutral',
  IN_PROGRESS: 'active',
  READY_FOR_REVIEW: 'attention',
  ACCEPTED: 'good',
  REJECTED: 'warning',
  STOPPED: 'warning',
  FAILED: 'bad',
  RUNNING: 'active',
  WAITING_FOR_REVIEW: 'attention',
  COMPLETED: 'good',
  PENDING: 'neutral',
  READY: 'active',
  WAITING: 'active',
  SKIPPED: 'neutral',
  DEAD_LETTER: 'bad',
  DELIVERED: 'good',
  QUEUED: 'neutral',
  CANCELLING: 'warning',
  CANCELLED: 'neutral',
  REFUSED: 'bad',
  OPEN: 'attention',
  REPLAY_REQUESTED: 'active',
  REPLAYED: 'good',
  DISCARDED: 'neutral',
  DRAFT: 'neutral',
  CANDIDATE: 'active',
  SHADOW: 'attention',
  PRODUCTION: 'good',
  RETIRED: 'neutral',
  REQUESTED: 'attention',
  APPROVED: 'good',
  DECLINED: 'warning',
  RELEASED: 'good',
  SUPERSEDED: 'neutral',
  DONE: 'good',
  SUCCESS: 'good',
  DENIED: 'warning',
  FAILURE: 'bad',
}

export function toneOf(state: string): Tone {
  return TONES[state] ?? 'neutral'
}

/** A state in words and colour; the shape of its mark differs too, for those who do not see the colours. */
export function StateChip({ state }: { readonly state: string }) {
  const { t } = useI18n()
  const tone = toneOf(state)
  return (
    <span className={`chip chip-${tone}`}>
      <span className={`mark mark-${tone}`} aria-hidden="true" />
      {state in TONES ? t(`state.${state}` as MessageKey) : state}
    </span>
  )
}
