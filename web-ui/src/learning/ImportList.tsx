import { useQuery } from '@tanstack/react-query'
import { listDatasetImports } from '../api/listDatasetImports'
import type { DatasetImport } from '../api/types'
import { EmptyState } from '../components/EmptyState'
import { QueryView } from '../components/QueryView'
import { StateChip } from '../components/StateChip'
import { useI18n } from '../i18n/I18n'

export function ImportList() {
  const { t } = useI18n()
  const imports = useQuery({ queryKey: ['dataset-imports'], queryFn: listDatasetImports })
  return (
    <section aria-label={t('import.list')}>
      <h2>{t('import.list')}</h2>
      <QueryView query={imports}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState title={t('import.none')} />
          ) : (
            <ul className="card-list">
              {items.map((one) => (
                <ImportCard key={one.id} one={one} />
              ))}
            </ul>
          )
        }
      </QueryView>
    </section>
  )
}

function ImportCard({ one }: { readonly one: DatasetImport }) {
  const { t, format } = useI18n()
  return (
    <li className="card card-column">
      <div className="row">
        <strong>{one.datasetName}</strong>
        <span className="muted">{t(`import.format.${one.format}`)}</span>
        <StateChip state={one.state} />
      </div>
      <span className="muted">
        {one.createdBy} · {format.dateTime(one.createdAt)}
      </span>
      {one.problems.length > 0 && (
        <details open={one.problems.length <= 5}>
          <summary>{t('import.problems', { count: one.problems.length })}</summary>
          <ul className="problems">
            {one.problems.map((problem) => (
              <li key={`${problem.file} ${problem.rule}`}>
                <code>{problem.file}</code> {problem.rule} <em>{problem.fix}</em>
              </li>
            ))}
          </ul>
        </details>
      )}
    </li>
  )
}
