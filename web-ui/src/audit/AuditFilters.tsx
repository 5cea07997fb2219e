import { Field } from '../components/Field'
import { useI18n } from '../i18n/I18n'
import type { AuditFilterDraft } from './auditFilter'

interface Props {
  readonly draft: AuditFilterDraft
  readonly onChange: (draft: AuditFilterDraft) => void
}

const FIELDS = [
  { name: 'from', label: 'audit.from', type: 'date' },
  { name: 'to', label: 'audit.to', type: 'date' },
  { name: 'actor', label: 'audit.actor', type: 'search' },
  { name: 'action', label: 'audit.action', type: 'search' },
] as const

export function AuditFilters({ draft, onChange }: Props) {
  const { t } = useI18n()
  return (
    <form className="filters" role="search" onSubmit={(event) => event.preventDefault()}>
      {FIELDS.map(({ name, label, type }) => (
        <Field key={name} label={t(label)}>
          {(id) => (
            <input
              id={id}
              type={type}
              value={draft[name]}
              onChange={(event) => onChange({ ...draft, [name]: event.target.value })}
            />
          )}
        </Field>
      ))}
    </form>
  )
}
