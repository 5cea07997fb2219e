import { Table } from '../components/Table'
import { useI18n } from '../i18n/I18n'
import type { NameOf } from './metricName'
import type { Comparison } from './readEvaluation'

/** This version beside the one that was in production, on the same test cases. */
export function ComparisonTable({ comparison, nameOf }: { readonly comparison: Comparison; readonly nameOf: NameOf }) {
  const { t, format } = useI18n()
  if (typeof comparison.refusal === 'string') {
    return (
      <p className="muted">
        {t('comparison.title')}: {comparison.refusal}
      </p>
    )
  }
  return (
    <section className="card" aria-label={t('comparison.title')}>
      <h3>{t('comparison.title')}</h3>
      <p className="muted">{t('comparison.cases', { cases: comparison.cases, excluded: comparison.excluded })}</p>
      <Table
        className="figures"
        heads={[t('comparison.metric'), { numeric: t('comparison.this') }, { numeric: t('comparison.production') }, { numeric: t('comparison.difference') }, { numeric: 'p' }]}
        items={comparison.metrics}
      >
        {(metric) => (
          <tr key={metric.name}>
            <td>
              {nameOf(metric.name)}
              <span className="secondary">{t(metric.method === 'DELONG' ? 'comparison.delong' : 'comparison.bootstrap')}</span>
            </td>
            <td className="numeric">{format.number(metric.value, 4)}</td>
            <td className="numeric">{format.number(metric.reference, 4)}</td>
            <td className="numeric">
              {format.number(metric.difference, 4)}
              <span className="secondary">
                {format.number(metric.lower, 4)} – {format.number(metric.upper, 4)}
              </span>
            </td>
            <td className="numeric">{format.number(metric.pValue, 4)}</td>
          </tr>
        )}
      </Table>
    </section>
  )
}
