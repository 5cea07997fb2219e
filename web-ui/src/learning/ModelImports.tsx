import { useQuery } from '@tanstack/react-query'
import { listModelImports } from '../api/listModelImports'
import { href } from '../app/router'
import { QueryView } from '../components/QueryView'
import { StateChip } from '../components/StateChip'
import { useI18n } from '../i18n/I18n'
import { ModelImportForm } from './ModelImportForm'

const REFRESH_MS = 2000

/** Models from elsewhere: the form, and how their trials ended. */
export function ModelImports() {
  const { t } = useI18n()
  const imports = useQuery({
    queryKey: ['model-imports'],
    queryFn: listModelImports,
    refetchInterval: ({ state }) => (state.data?.items.some((one) => !['COMPLETED', 'FAILED', 'CANCELLED'].includes(one.state)) ? REFRESH_MS : false),
  })
  return (
    <details>
      <summary>{t('modelImport.title')}</summary>
      <ModelImportForm />
      <QueryView query={imports}>
        {({ items }) => (
          <ul className="card-list">
            {items.map((one) => (
              <li key={one.id} className="card card-column">
                <div className="row">
                  <strong>{one.modelName}</strong>
                  <span className="muted">{one.origin}</span>
                  <StateChip state={one.state} />
                  {one.modelVersionId !== undefined && <a href={href('models', one.modelVersionId)}>{t('modelImport.open')}</a>}
                </div>
                {one.cause !== undefined && <p className="field-error">{one.cause.message}</p>}
              </li>
            ))}
          </ul>
        )}
      </QueryView>
    </details>
  )
}
