import { useQuery } from '@tanstack/react-query'
import { listModels } from '../api/listModels'
import type { Model } from '../api/types'
import { href } from '../app/router'
import { useHasRole } from '../app/Session'
import { EmptyState } from '../components/EmptyState'
import { PageHeading } from '../components/PageHeading'
import { QueryView } from '../components/QueryView'
import { StateChip } from '../components/StateChip'
import { Table } from '../components/Table'
import { useI18n } from '../i18n/I18n'
import { ModelHistoryView } from './ModelHistoryView'
import { ModelImports } from './ModelImports'
import { metricNames } from './metricName'
import { parityOf } from './parityOf'
import { RulesEditor } from './RulesEditor'

export function ModelsPage() {
  const { t } = useI18n()
  const mayImport = useHasRole('data-scientist', 'admin')
  const models = useQuery({ queryKey: ['models'], queryFn: listModels })
  return (
    <section className="page">
      <PageHeading title={t('models.title')} hint={t('models.hint')} />
      {mayImport && <ModelImports />}
      <QueryView query={models}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState title={t('models.empty')} hint={t('models.empty.hint')} />
          ) : (
            items.map((model) => <ModelCard key={model.id} model={model} />)
          )
        }
      </QueryView>
    </section>
  )
}

function ModelCard({ model }: { readonly model: Model }) {
  const { t, format } = useI18n()
  const mayRule = useHasRole('admin')
  const versions = [...model.versions].sort((a, b) => b.version - a.version)
  const metrics = [...new Set(versions.flatMap((version) => Object.keys(version.metrics)))].slice(0, 5)
  const nameOf = metricNames(versions.find(({ labels }) => labels.length > 0)?.labels ?? [])
  return (
    <article className="card">
      <header className="row">
        <strong>{model.name}</strong>
        <span className="muted">{t(`task.${model.task}`)}</span>
      </header>
      <Table
        heads={[t('column.version'), t('models.stage'), ...metrics.map((metric) => ({ numeric: nameOf(metric) })), { numeric: t('models.parity') }, t('column.created')]}
        items={versions}
      >
        {(version) => (
          <tr key={version.id}>
            <td>
              <a href={href('models', version.id)}>v{version.version}</a>
            </td>
            <td>
              <StateChip state={version.stage} />
            </td>
            {metrics.map((metric) => (
              <td key={metric} className="numeric">
                {version.metrics[metric] === undefined ? '' : format.number(version.metrics[metric], 4)}
              </td>
            ))}
            <td className="numeric">{parityOf(version)}</td>
            <td>{format.dateTime(version.createdAt)}</td>
          </tr>
        )}
      </Table>
      <ModelHistoryView modelId={model.id} />
      {mayRule && <RulesEditor modelId={model.id} />}
    </article>
  )
}
