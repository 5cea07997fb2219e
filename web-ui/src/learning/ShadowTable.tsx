import type { ShadowReport } from '../api/types'
import { href } from '../app/router'
import { useHasRole } from '../app/Session'
import { Table } from '../components/Table'
import { useI18n } from '../i18n/I18n'

/** Counts, the agreement of each label, and the series on which the two versions differ. */
export function ShadowTable({ report, production }: { readonly report: ShadowReport; readonly production: number }) {
  const { t, format } = useI18n()
  const { compared, agreed, running, failed } = report.series
  const labels = Object.entries(report.meanByLabel)
  return (
    <>
      <p>{t('shadow.counts', { compared, production, agreed, disagreed: compared - agreed, running, failed })}</p>
      {report.meanAgreement !== undefined && (
        <div className="metric-tiles">
          {[[t('shadow.mean'), report.meanAgreement] as const, ...labels].map(([name, value]) => (
            <div key={name} className="tile">
              <span className="tile-value">{format.number(value, 3)}</span>
              <span className="muted">{name}</span>
            </div>
          ))}
        </div>
      )}
      {report.disagreements.length > 0 && <Disagreements report={report} />}
      {report.failures.length > 0 && (
        <details>
          <summary>{t('shadow.failures')}</summary>
          <ul>
            {report.failures.map((failure, index) => (
              <li key={index}>{failure}</li>
            ))}
          </ul>
        </details>
      )}
    </>
  )
}

function Disagreements({ report }: { readonly report: ShadowReport }) {
  const { t, format } = useI18n()
  const mayOpenRuns = useHasRole('admin', 'radiologist', 'integrator')
  const labels = Object.keys(report.meanByLabel)
  return (
    <details>
      <summary>{t('shadow.disagreements')}</summary>
      <Table className="figures" heads={[t('column.time'), { numeric: t('shadow.agreement') }, ...labels.map((label) => ({ numeric: label }))]} items={report.disagreements}>
        {(each) => (
          <tr key={each.runId}>
            <td>{mayOpenRuns ? <a href={href('runs', each.runId)}>{format.dateTime(each.at)}</a> : format.dateTime(each.at)}</td>
            <td className="numeric">{format.number(each.agreement, 3)}</td>
            {labels.map((label) => (
              <td key={label} className="numeric">
                {format.number(each.byLabel[label] ?? NaN, 3)}
              </td>
            ))}
          </tr>
        )}
      </Table>
    </details>
  )
}
