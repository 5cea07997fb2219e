import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { getModelVersion } from '../api/getModelVersion'
import { requestPromotion } from '../api/requestPromotion'
import type { ModelVersion } from '../api/types'
import { useHasRole } from '../app/Session'
import { PageHeading } from '../components/PageHeading'
import { QueryView } from '../components/QueryView'
import { ReasonDialog } from '../components/ReasonDialog'
import { StateChip } from '../components/StateChip'
import { useAction } from '../components/useAction'
import { useI18n } from '../i18n/I18n'
import { EvaluationView } from './EvaluationView'
import { ModelCardText } from './ModelCardText'
import { SpecList } from './SpecList'

export function ModelVersionPage({ id }: { readonly id: string }) {
  const version = useQuery({ queryKey: ['model-version', id], queryFn: () => getModelVersion(id) })
  return (
    <section className="page">
      <QueryView query={version}>{(data) => <VersionDetails version={data} />}</QueryView>
    </section>
  )
}

function VersionDetails({ version }: { readonly version: ModelVersion }) {
  const { t, format } = useI18n()
  const mayPromote = useHasRole('data-scientist', 'admin')
  const [isAsking, setAsking] = useState(false)
  const promote = useAction((reason: string) => requestPromotion(version.id, reason), {
    refresh: ['promotions', 'model-version'],
    done: t('promotions.requested'),
  })
  return (
    <>
      <PageHeading title={`${version.modelName} v${version.version}`} hint={format.dateTime(version.createdAt)}>
        <StateChip state={version.stage} />
        {mayPromote && (
          <a href={`/api/v1/model-versions/${version.id}/package`} download={`${version.modelName}-v${version.version}.zip`}>
            {t('models.download')}
          </a>
        )}
        {mayPromote && version.stage === 'CANDIDATE' && (
          <button type="button" className="primary" disabled={promote.isPending} onClick={() => setAsking(true)}>
            {t('promotions.request')}
          </button>
        )}
      </PageHeading>
      {isAsking && (
        <ReasonDialog
          title={t('promotions.request')}
          hint={t('promotions.request.hint')}
          action={t('promotions.request')}
          onClose={() => setAsking(false)}
          onSubmit={(reason) => {
            setAsking(false)
            promote.mutate(reason)
          }}
        />
      )}
      <div className="metric-tiles">
        {Object.entries(version.metrics).map(([name, value]) => (
          <div key={name} className="tile">
            <span className="tile-value">{format.number(value, 4)}</span>
            <span className="muted">{name}</span>
          </div>
        ))}
        <div className="tile">
          <span className="tile-value">{version.parityMaxAbsDifference.toExponential(1)}</span>
          <span className="muted">{t('models.parity.hint')}</span>
        </div>
      </div>
      <div className="two-columns">
        <ModelCardText versionId={version.id} />
        <div>
          <h2>{t('models.evaluation')}</h2>
          <EvaluationView value={version.evaluation} />
          <h2>{t('models.lineage')}</h2>
          <SpecList values={{ [t('models.trainingRun')]: version.trainingRunId }} />
        </div>
      </div>
    </>
  )
}
