import { Table } from '../components/Table'
import { useI18n } from '../i18n/I18n'
import type { NameOf } from './metricName'
import type { EvaluatedCase } from './readEvaluation'

interface Props {
  readonly versionId: string
  /** The worst first. */
  readonly cases: readonly EvaluatedCase[]
  /** Names of pictures by the ids of the cases; packages of before have none. */
  readonly pictures: Readonly<Record<string, string>>
  readonly nameOf: NameOf
}

/** The test cases on which a model did worst: pictures with both contours where the package has them, and figures. */
export function WorstCases({ versionId, cases, pictures, nameOf }: Props) {
  const { t, format } = useI18n()
  const columns = Object.keys(cases[0]?.values ?? {}).sort()
  const shown = cases.filter((each) => pictures[each.id] !== undefined)
  return (
    <details className="card">
      <summary>{t('models.worstCases')}</summary>
      {shown.length > 0 && (
        <>
          <p className="muted">{t('models.worstCases.hint')}</p>
          <div className="gallery">
            {shown.map((each) => (
              <figure key={each.id}>
                <img src={`/api/v1/model-versions/${versionId}/pictures/${pictures[each.id]}`} alt={t('models.worstCases.picture', { case: each.id })} loading="lazy" />
                <figcaption>
                  {each.id}
                  <span className="secondary">{mainFigure(each, (value) => format.number(value, 3))}</span>
                </figcaption>
              </figure>
            ))}
          </div>
        </>
      )}
      <Table className="figures" heads={[t('models.case'), ...columns.map((column) => ({ numeric: nameOf(column) }))]} items={cases}>
        {(each) => (
          <tr key={each.id}>
            <td>{each.id}</td>
            {columns.map((column) => (
              <td key={column} className="numeric">
                {format.number(each.values[column] ?? NaN, 3)}
              </td>
            ))}
          </tr>
        )}
      </Table>
    </details>
  )
}

/** What the cases are sorted by. */
function mainFigure(each: EvaluatedCase, write: (value: number) => string): string {
  const name = ['dice', 'probabilityOfTruth'].find((figure) => figure in each.values)
  return name === undefined ? '' : `${name} ${write(each.values[name] ?? NaN)}`
}
