import { useQuery } from '@tanstack/react-query'
import { listDatasets } from '../api/listDatasets'
import type { Dataset } from '../api/types'
import { href } from '../app/router'
import { EmptyState } from '../components/EmptyState'
import { PageHeading } from '../components/PageHeading'
import { QueryView } from '../components/QueryView'
import { Table } from '../components/Table'
import { useI18n } from '../i18n/I18n'
import { DatasetQuality } from './DatasetQuality'
import { ImportForm } from './ImportForm'
import { ImportList } from './ImportList'

export function DatasetsPage() {
  const { t } = useI18n()
  const datasets = useQuery({ queryKey: ['datasets'], queryFn: listDatasets })
  return (
    <section className="page">
      <PageHeading title={t('datasets.title')} hint={t('datasets.hint')} />
      <div className="two-columns">
        <div>
          <QueryView query={datasets}>
            {({ items }) =>
              items.length === 0 ? (
                <EmptyState title={t('datasets.empty')} hint={t('datasets.empty.hint')} />
              ) : (
                items.map((dataset) => <DatasetCard key={dataset.id} dataset={dataset} />)
              )
            }
          </QueryView>
        </div>
        <div>
          <ImportForm />
          <ImportList />
        </div>
      </div>
    </section>
  )
}

function DatasetCard({ dataset }: { readonly dataset: Dataset }) {
  const { t, format } = useI18n()
  return (
    <article className="card">
      <header className="row">
        <strong>{dataset.name}</strong>
        <span className="muted">{t(`task.${dataset.task}`)}</span>
      </header>
      <Table
        heads={[t('column.version'), { numeric: t('datasets.cases') }, { numeric: t('datasets.patients') }, t('datasets.split'), t('datasets.labels'), t('column.created')]}
        items={dataset.versions}
      >
        {(version) => (
          <tr key={version.id}>
            <td>
              <a href={href('dataset-versions', version.id)}>v{version.version}</a>
              {version.pseudonymKeys.map((key) => (
                <span key={`${key.project} ${key.version}`} className="secondary">
                  {t('datasets.key', { project: key.project, version: key.version })}
                </span>
              ))}
            </td>
            <td className="numeric">{version.cases}</td>
            <td className="numeric">{version.patients}</td>
            <td>{`${version.trainCases} / ${version.tuneCases} / ${version.testCases}`}</td>
            <td>{version.labels.map((label) => label.name).join(', ')}</td>
            <td>
              {format.dateTime(version.createdAt)}
              <span className="secondary">{version.createdBy}</span>
            </td>
          </tr>
        )}
      </Table>
      {dataset.versions.map((version) => (
        <DatasetQuality key={version.id} versionId={version.id} title={t('quality.title', { count: version.version })} />
      ))}
    </article>
  )
}
