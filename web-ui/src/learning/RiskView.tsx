import type { RiskReport } from '../api/types'
import { Table } from '../components/Table'
import { useI18n } from '../i18n/I18n'

/** How easily persons could be recognised by what was kept of their headers. */
export function RiskView({ report }: { readonly report: RiskReport }) {
  const { t } = useI18n()
  const tiles: readonly (readonly [string, number])[] = [
    [t('release.patients'), report.patients],
    [t('release.withHeader'), report.casesWithHeader],
    ['k', report.k],
    [t('release.unique'), report.unique],
    [t('release.belowFive'), report.belowFive],
  ]
  return (
    <div>
      <div className="metric-tiles">
        {tiles.map(([label, value]) => (
          <div key={label} className="tile">
            <span className="muted">{label}</span>
            <span className="tile-value">{value}</span>
          </div>
        ))}
      </div>
      <h2>{t('release.quasiIdentifiers')}</h2>
      <Table heads={[t('column.attribute'), { numeric: t('release.values') }, { numeric: t('release.missing') }, t('release.rare')]} items={report.quasiIdentifiers}>
        {(one) => (
          <tr key={one.name}>
            <td>{one.name}</td>
            <td className="numeric">{one.values}</td>
            <td className="numeric">{one.missing}</td>
            <td>{one.rare.map((rare) => `${rare.value} (${rare.patients})`).join(', ')}</td>
          </tr>
        )}
      </Table>
      <h2>{t('release.suspicious')}</h2>
      <KeptList items={report.suspicious.map((one) => `${one.name || one.tag}: ${one.why} (${one.cases})`)} />
      <h2>{t('release.private')}</h2>
      <KeptList items={report.privateElements.map((one) => `${one.tag} (${one.cases})`)} />
      <h2>{t('release.freeText')}</h2>
      <KeptList items={report.freeText.map((one) => `${one.name || one.tag} (${one.cases})`)} />
    </div>
  )
}

function KeptList({ items }: { readonly items: readonly string[] }) {
  const { t } = useI18n()
  return <p className={items.length === 0 ? 'muted' : undefined}>{items.length === 0 ? t('profiles.noChange') : items.join(', ')}</p>
}
