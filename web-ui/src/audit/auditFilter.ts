/** What the filter form holds; empty texts filter nothing. Days are of the reader's time zone. */
export interface AuditFilterDraft {
  readonly from: string
  readonly to: string
  readonly actor: string
  readonly action: string
}

export const NO_FILTER: AuditFilterDraft = { from: '', to: '', actor: '', action: '' }

interface AuditQuery {
  readonly from?: string
  readonly to?: string
  readonly actor?: string
  readonly action?: string
}

/** Days become instants: from the first moment of the first day to the last moment of the last one. */
export function toQuery(draft: AuditFilterDraft): AuditQuery {
  return {
    ...(draft.from !== '' && { from: new Date(`${draft.from}T00:00:00`).toISOString() }),
    ...(draft.to !== '' && { to: new Date(`${draft.to}T23:59:59.999`).toISOString() }),
    ...(draft.actor.trim() !== '' && { actor: draft.actor.trim() }),
    ...(draft.action.trim() !== '' && { action: draft.action.trim() }),
  }
}
