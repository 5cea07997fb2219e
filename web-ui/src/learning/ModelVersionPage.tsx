import { useQuery } from '@tanstack/react-query'
import { getModelVersion } from '../api/getModelVersion'
import type { ModelVersion } from '../api/types'
import { useHasRole } from '../app/Session'
import { PageHeading } from '../components/PageHeading'
import { QueryView } from '../components/QueryView'
import { StateChip } from '../components/StateChip'
import { useI18n } from '../i18n/I18n'
import { CardForm } from './CardForm'
import { EvaluationView } from './EvaluationView'
import { ExportPanel } from './ExportPanel'
import { LineageView } from './LineageView'
import { metricNames } from './metricName'
import { ModelCardText } from './ModelCardText'
import { parityOf } from './parityOf'
import { PromotionPanel } from './PromotionPanel'
import { ShadowPanel } from './ShadowPanel'

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
  const nameOf = metricNames(version.labels)
  return (
    <>
      <PageHeading title={`${version.modelName} v${version.version}`} hint={format.dateTime(version.createdAt)}>
        <StateChip state={version.stage} />
        {mayPromote && (
          <a href={`/api/v1/model-versions/${version.id}/package`} download={`${version.modelName}-v${version.version}.zip`}>
            {t('models.download')}
          </a>
        )}
        <a href={`/api/v1/model-versions/${version.id}/card.pdf`} download={`${version.modelName}-v${version.version}-card.pdf`}>
          {t('card.print')}
        </a>
      </PageHeading>
      <div className="metric-tiles">
        {Object.entries(version.metrics).map(([name, value]) => (
          <div key={name} className="tile">
            <span className="tile-value">{format.number(value, 4)}</span>
            <span className="muted">{nameOf(name)}</span>
          </div>
        ))}
        <div className="tile">
          <span className="tile-value">{parityOf(version)}</span>
          <span className="muted">{t('models.parity.hint')}</span>
        </div>
      </div>
      <div className="two-columns">
        <div>
          <ModelCardText versionId={version.id} />
          {mayPromote && version.stage !== 'PRODUCTION' && <CardForm versionId={version.id} />}
          {mayPromote && version.stage !== 'PRODUCTION' && version.stage !== 'DRAFT' && <PromotionPanel version={version} />}
          {mayPromote && version.stage !== 'DRAFT' && <ShadowPanel version={version} />}
          {mayPromote && <ExportPanel versionId={version.id} name={`${version.modelName}-v${version.version}`} />}
        </div>
        <div>
          <h2>{t('models.evaluation')}</h2>
          <EvaluationView versionId={version.id} value={version.evaluation} later={version.comparison?.comparison} nameOf={nameOf} />
          {mayPromote && (
            <>
              <h2>{t('models.lineage')}</h2>
              <LineageView versionId={version.id} />
            </>
          )}
        </div>
      </div>
    </>
  )
}
