import { Table } from '../components/Table'
import { useI18n } from '../i18n/I18n'
import type { Variant } from './readEvaluation'

/** Smaller forms of the model and what they lose. */
export function VariantTable({ variants }: { readonly variants: readonly Variant[] }) {
  const { t, format } = useI18n()
  return (
    <section className="card" aria-label={t('variants.title')}>
      <h3>{t('variants.title')}</h3>
      <Table
        className="figures"
        heads={[t('variants.file'), { numeric: t('variants.size') }, { numeric: t('variants.time') }, { numeric: t('variants.difference') }, { numeric: t('variants.loss') }]}
        items={variants}
      >
        {(variant) => (
          <tr key={variant.file}>
            <td>
              {variant.file}
              {typeof variant.refusal === 'string' && <span className="secondary">{t('variants.refused', { why: variant.refusal })}</span>}
            </td>
            <td className="numeric">{format.number(100 * variant.share, 0)} %</td>
            <td className="numeric">{variant.time ? `${format.number(variant.time, 2)} ×` : '–'}</td>
            <td className="numeric">{variant.maxAbsDifference.toExponential(1)}</td>
            <td className="numeric">
              {format.number(variant.loss, 4)}
              <span className="secondary">{t('variants.judged', { metric: variant.metric, cases: variant.cases })}</span>
            </td>
          </tr>
        )}
      </Table>
    </section>
  )
}
