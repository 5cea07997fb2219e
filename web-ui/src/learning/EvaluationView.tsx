import { CurveChart } from '../components/CurveChart'
import { Table } from '../components/Table'
import type { Point } from '../components/chartScale'
import { useI18n } from '../i18n/I18n'
import type { MessageKey } from '../i18n/english'
import { flattenFigures } from './flattenFigures'
import { ComparisonTable } from './ComparisonTable'
import type { NameOf } from './metricName'
import { readComparison, readEvaluation, type OperatingPoint } from './readEvaluation'
import { SubgroupTable } from './SubgroupTable'
import { VariantTable } from './VariantTable'
import { WorstCases } from './WorstCases'

const WORST = 12
const RATES = ['threshold', 'sensitivity', 'specificity', 'ppv', 'npv'] as const

interface Props {
  readonly versionId: string
  readonly value: unknown
  readonly later?: unknown
  readonly nameOf: NameOf
}

/** What evaluation.json holds, which differs with the task; a later comparison takes the place of its own. */
export function EvaluationView({ versionId, value, later, nameOf }: Props) {
  const { t, format } = useI18n()
  const { curves, operatingPoints, cases, subgroups, comparison: own, variants, pictures, figures } = readEvaluation(value)
  const comparison = readComparison(later) ?? own
  const lines = flattenFigures(figures, nameOf)
  if (lines.length === 0) {
    return <p className="muted">{t('models.noEvaluation')}</p>
  }
  return (
    <>
      <div className="curves">
        {curves.map(([name, points]) => (
          <Curve key={name} name={name} points={points} nameOf={nameOf} />
        ))}
      </div>
      {operatingPoints.length > 0 && <OperatingPoints points={operatingPoints} />}
      {comparison !== undefined && <ComparisonTable comparison={comparison} nameOf={nameOf} />}
      <SubgroupTable groups={subgroups} />
      {variants.length > 0 && <VariantTable variants={variants} />}
      <div className="card">
        <table className="figures">
          <tbody>
            {lines.map((figure) => (
              <tr key={figure.name}>
                <td className="muted">{figure.name}</td>
                <td className="numeric">{typeof figure.value === 'number' ? format.number(figure.value, 4) : String(figure.value)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {cases.length > 0 && <WorstCases versionId={versionId} cases={cases.slice(0, WORST)} pictures={pictures} nameOf={nameOf} />}
    </>
  )
}

interface Look {
  readonly title: MessageKey
  readonly x: MessageKey
  readonly y: MessageKey
  readonly kind: 'line' | 'scatter'
  readonly reference?: 'diagonal' | 'zero'
}

const LOOKS: Readonly<Record<string, Look>> = {
  roc: { title: 'curve.roc', x: 'curve.falsePositiveRate', y: 'curve.sensitivity', kind: 'line', reference: 'diagonal' },
  precisionRecall: { title: 'curve.precisionRecall', x: 'curve.sensitivity', y: 'curve.ppv', kind: 'line' },
  calibration: { title: 'curve.calibration', x: 'curve.probability', y: 'curve.observed', kind: 'line', reference: 'diagonal' },
  volumeAgreement: { title: 'curve.volumeAgreement', x: 'curve.meanVolume', y: 'curve.volumeDifference', kind: 'scatter', reference: 'zero' },
}

function Curve({ name, points, nameOf }: { readonly name: string; readonly points: readonly Point[]; readonly nameOf: NameOf }) {
  const { t } = useI18n()
  const [kind = ''] = name.split('.')
  const look = LOOKS[kind]
  if (look === undefined) {
    return null
  }
  const title = t(look.title) + nameOf(name).slice(kind.length)
  const reference = look.reference === undefined ? {} : { reference: look.reference }
  return <CurveChart title={title} xLabel={t(look.x)} yLabel={t(look.y)} points={points} kind={look.kind} {...reference} />
}

function OperatingPoints({ points }: { readonly points: readonly OperatingPoint[] }) {
  const { t, format } = useI18n()
  return (
    <div className="card">
      <Table
        className="figures"
        heads={[t('curve.operatingPoint'), ...RATES.map((rate) => ({ numeric: t(`curve.${rate}`) }))]}
        items={points}
      >
        {(point) => (
          <tr key={point.name}>
            <td>{point.name}</td>
            {RATES.map((rate) => (
              <td key={rate} className="numeric">
                {format.number(point[rate], 3)}
              </td>
            ))}
          </tr>
        )}
      </Table>
    </div>
  )
}
