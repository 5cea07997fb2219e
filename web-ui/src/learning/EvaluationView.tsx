import { useI18n, type Translate } from '../i18n/I18n'

/** evaluation.json as nested tables: its figures differ with the task. */
export function EvaluationView({ value }: { readonly value: unknown }) {
  const { t, format } = useI18n()
  if (value === undefined || value === null) {
    return <p className="muted">{t('models.noEvaluation')}</p>
  }
  return <Value value={value} number={format.number} t={t} />
}

interface Props {
  readonly value: unknown
  readonly number: (value: number, digits?: number) => string
  readonly t: Translate
}

const LISTED = 8

function Value({ value, number, t }: Props) {
  if (typeof value === 'number') {
    return <>{number(value, 4)}</>
  }
  if (Array.isArray(value)) {
    const rest = value.length - LISTED
    return (
      <>
        {value.slice(0, LISTED).map((item: unknown, index) => (
          <span key={index} className="list-item">
            <Value value={item} number={number} t={t} />
          </span>
        ))}
        {rest > 0 && <span className="muted">{t('models.more', { count: rest })}</span>}
      </>
    )
  }
  if (typeof value === 'object' && value !== null) {
    return (
      <dl className="spec-list">
        {Object.entries(value).map(([name, nested]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              <Value value={nested} number={number} t={t} />
            </dd>
          </div>
        ))}
      </dl>
    )
  }
  return <>{String(value)}</>
}
