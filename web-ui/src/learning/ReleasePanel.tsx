import { useState } from 'react'
import { decideRelease } from '../api/decideRelease'
import { requestRelease } from '../api/requestRelease'
import { requireSignOff } from '../api/requireSignOff'
import type { Release, ReleaseGate } from '../api/types'
import { useHasRole, useMe } from '../app/Session'
import { DecisionButtons, type Decision } from '../components/DecisionButtons'
import { ReasonDialog } from '../components/ReasonDialog'
import { StateChip } from '../components/StateChip'
import { useAction } from '../components/useAction'
import { useI18n } from '../i18n/I18n'

/** The gate through which a version leaves: export, demand of a sign-off, requests and their decisions. */
export function ReleasePanel({ gate }: { readonly gate: ReleaseGate }) {
  const { t } = useI18n()
  const isAdministrator = useHasRole('admin')
  const [isAsking, setAsking] = useState(false)
  const ask = useAction((reason: string) => requestRelease(gate.datasetVersionId, reason), {
    refresh: ['release-gate'],
    done: t('release.asked'),
  })
  const demand = useAction((required: boolean) => requireSignOff(gate.datasetId, required), { refresh: ['release-gate'] })
  const isWaiting = gate.releases.some((release) => release.state === 'REQUESTED')
  return (
    <div className="card card-column">
      <label className="switch">
        <input
          type="checkbox"
          checked={gate.signOffRequired}
          disabled={!isAdministrator || demand.isPending}
          onChange={(event) => demand.mutate(event.target.checked)}
        />
        {t('release.demand')}
      </label>
      {gate.open ? (
        <a className="button" href={`/api/v1/dataset-versions/${gate.datasetVersionId}/export`} download>
          {t('release.export')}
        </a>
      ) : (
        <span className="cause">{t('release.closed')}</span>
      )}
      {!gate.open && !isWaiting && (
        <button type="button" disabled={ask.isPending} onClick={() => setAsking(true)}>
          {t('release.ask')}
        </button>
      )}
      {isAsking && (
        <ReasonDialog
          title={t('release.ask')}
          hint={t('release.ask.hint')}
          action={t('release.ask')}
          onClose={() => setAsking(false)}
          onSubmit={(reason) => {
            setAsking(false)
            ask.mutate(reason)
          }}
        />
      )}
      {gate.releases.map((release) => (
        <ReleaseRow key={release.id} release={release} />
      ))}
    </div>
  )
}

function ReleaseRow({ release }: { readonly release: Release }) {
  const { t, format } = useI18n()
  const isOwn = useMe().username === release.requestedBy
  const mayDecide = useHasRole('admin')
  const decide = useAction((decision: Decision) => decideRelease(release.id, decision), {
    refresh: ['release-gate'],
    done: t('promotions.decided'),
  })
  return (
    <div>
      <StateChip state={release.state} /> {release.reason}
      <span className="secondary">
        {release.requestedBy} · {format.dateTime(release.requestedAt)}
        {release.decidedBy !== undefined && ` · ${release.decidedBy} · ${format.dateTime(release.decidedAt)}`}
      </span>
      {release.state === 'REQUESTED' && mayDecide && (
        <div className="row">
          <DecisionButtons
            refusal={isOwn ? t('promotions.ownRequest') : undefined}
            isPending={decide.isPending}
            onDecide={decide.mutate}
            approve={t('release.sign')}
          />
        </div>
      )}
    </div>
  )
}
