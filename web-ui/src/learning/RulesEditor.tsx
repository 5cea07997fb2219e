import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { listPromotionRules } from '../api/listPromotionRules'
import { savePromotionRules } from '../api/savePromotionRules'
import type { PromotionRule } from '../api/types'
import { QueryView } from '../components/QueryView'
import { useAction } from '../components/useAction'
import { useI18n } from '../i18n/I18n'
import { isComplete, KINDS, NEEDS, toDraft, toRule, type RuleDraft, type RuleKind } from './promotionRules'

/** What versions of a model must fulfil to go into production; that two people agree always holds. */
export function RulesEditor({ modelId }: { readonly modelId: string }) {
  const { t } = useI18n()
  const [isOpen, setOpen] = useState(false)
  const rules = useQuery({ queryKey: ['promotion-rules', modelId], queryFn: () => listPromotionRules(modelId), enabled: isOpen })
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t('rules.edit')}</summary>
      {isOpen && <QueryView query={rules}>{({ items }) => <Rules modelId={modelId} rules={items} />}</QueryView>}
    </details>
  )
}

function Rules({ modelId, rules }: { readonly modelId: string; readonly rules: readonly PromotionRule[] }) {
  const { t } = useI18n()
  const [drafts, setDrafts] = useState(() => rules.map(toDraft))
  const save = useAction(() => savePromotionRules(modelId, drafts.map(toRule)), {
    refresh: ['promotion-rules', 'promotion-checks'],
    done: t('rules.saved'),
  })
  const change = (place: number, changes: Partial<RuleDraft>) =>
    setDrafts(drafts.map((draft, index) => (index === place ? { ...draft, ...changes } : draft)))
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        save.mutate(undefined)
      }}
    >
      <p className="muted">{t('rules.edit.hint')}</p>
      {drafts.map((draft, place) => (
        <RuleRow key={place} draft={draft} onChange={(changes) => change(place, changes)} onRemove={() => setDrafts(drafts.filter((_, index) => index !== place))} />
      ))}
      <button type="button" onClick={() => setDrafts([...drafts, { kind: 'MINIMUM_METRIC', metric: '', value: '' }])}>
        {t('rules.add')}
      </button>{' '}
      <button type="submit" className="primary" disabled={save.isPending || !drafts.every(isComplete)}>
        {t('rules.save')}
      </button>
    </form>
  )
}

interface RowProps {
  readonly draft: RuleDraft
  readonly onChange: (changes: Partial<RuleDraft>) => void
  readonly onRemove: () => void
}

function RuleRow({ draft, onChange, onRemove }: RowProps) {
  const { t } = useI18n()
  const needs = NEEDS[draft.kind]
  return (
    <div className="row">
      <select aria-label={t('rules.kind')} value={draft.kind} onChange={(event) => onChange({ kind: event.target.value as RuleKind })}>
        {KINDS.map((kind) => (
          <option key={kind} value={kind}>
            {t(`rules.kind.${kind}`)}
          </option>
        ))}
      </select>
      {needs.metric && (
        <input aria-label={t('rules.metric')} placeholder={t('rules.metric')} value={draft.metric} onChange={(event) => onChange({ metric: event.target.value })} />
      )}
      {needs.value && (
        <input
          aria-label={t('rules.value')}
          placeholder={t('rules.value')}
          type="number"
          min={0}
          max={1}
          step="any"
          value={draft.value}
          onChange={(event) => onChange({ value: event.target.value })}
        />
      )}
      <button type="button" onClick={onRemove}>
        {t('rules.remove')}
      </button>
    </div>
  )
}
