import { useI18n } from '../i18n/I18n'
import { flattenFigures } from './flattenFigures'

/** The figures of evaluation.json, which differ with the task. */
export function EvaluationView({ value }: { readonly value: unknown }) {
  const { t, format } = useI18n()
  const figures = flattenFigures(value)
  if (figures.length === 0) {
    return <p className="muted">{t('models.noEvaluation')}</p>
  }
  return (
    <div className="card">
      <table className="figures">
        <tbody>
          {figures.map((figure) => (
            <tr key={figure.name}>
              <td className="muted">{figure.name}</td>
              <td className="numeric">{typeof figure.value === 'number' ? format.number(figure.value, 4) : String(figure.value)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
