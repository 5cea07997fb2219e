import { decideProfileVersion } from '../api/decideProfileVersion'
import type { ProfileVersion } from '../api/types'
import { useMe } from '../app/Session'
import { DecisionButtons, type Decision } from '../components/DecisionButtons'
import { StateChip } from '../components/StateChip'
import { useAction } from '../components/useAction'
import { useI18n } from '../i18n/I18n'

interface Props {
  readonly version: ProfileVersion
  readonly onOpen: () => void
}

/** A version with its state; what keeps a direct identifier is decided here by somebody else than its author. */
export function ProfileVersionCard({ version, onOpen }: Props) {
  const { t, format } = useI18n()
  const isOwn = useMe().username === version.createdBy
  const decide = useAction(
    (decision: Decision) => decideProfileVersion(version.name, version.version, decision),
    { refresh: ['profiles'], done: t('profiles.decided') },
  )
  const refusal = isOwn ? t('profiles.ownVersion') : undefined
  return (
    <li className="card card-column">
      <div className="row">
        <strong>{t('pipelines.version', { version: version.version })}</strong>
        <StateChip state={version.state} />
        <button type="button" onClick={onOpen}>
          {t('pipelines.load')}
        </button>
      </div>
      <span className="muted">
        {version.createdBy} · {format.dateTime(version.createdAt)}
        {version.decidedBy !== undefined && ` · ${version.decidedBy} · ${format.dateTime(version.decidedAt)}`}
      </span>
      {version.directIdentifiers.length > 0 && (
        <span className="cause">{t('profiles.keeps', { identifiers: version.directIdentifiers.join(', ') })}</span>
      )}
      {version.state === 'REQUESTED' && (
        <div className="row">
          <DecisionButtons refusal={refusal} isPending={decide.isPending} onDecide={decide.mutate} />
        </div>
      )}
    </li>
  )
}
