import { Table } from '../components/Table'
import { useI18n } from '../i18n/I18n'
import type { MessageKey } from '../i18n/english'
import type { Interval, Subgroup } from './readEvaluation'

const ATTRIBUTES: Readonly<Record<string, MessageKey>> = {
  SEX: 'subgroups.SEX',
  AGE_BAND: 'subgroups.AGE_BAND',
  DEVICE: 'subgroups.DEVICE',
  SITE: 'subgroups.SITE',
}

/** How groups of patients and devices fare, gaps and small groups marked. */
export function SubgroupTable({ groups }: { readonly groups: readonly Subgroup[] }) {
  const { t } = useI18n()
  if (groups.length === 0) {
    return <p className="muted">{t('subgroups.none')}</p>
  }
  const metrics = [...new Set(groups.flatMap((group) => Object.keys(group.metrics)))].sort()
  return (
    <section className="card" aria-label={t('subgroups.title')}>
      <h3>{t('subgroups.title')}</h3>
      <Table className="figures" heads={[t('subgroups.group'), { numeric: t('datasets.cases') }, ...metrics.map((metric) => ({ numeric: metric })), t('subgroups.remark')]} items={groups}>
        {(group) => <GroupRow key={`${group.attribute} ${group.value}`} group={group} metrics={metrics} />}
      </Table>
    </section>
  )
}

function GroupRow({ group, metrics }: { readonly group: Subgroup; readonly metrics: readonly string[] }) {
  const { t, format } = useI18n()
  const attribute = ATTRIBUTES[group.attribute]
  const range = (interval: Interval | undefined) =>
    interval === undefined ? '' : `${format.number(interval.lower, 3)} – ${format.number(interval.upper, 3)}`
  return (
    <tr data-gap={group.gaps.length > 0}>
      <td>
        <span className="secondary">{attribute === undefined ? group.attribute : t(attribute)}</span>
        {group.value}
      </td>
      <td className="numeric">{group.cases}</td>
      {metrics.map((metric) => (
        <td key={metric} className="numeric">
          {group.metrics[metric] === undefined ? '' : format.number(group.metrics[metric].estimate, 3)}
          <span className="secondary">{range(group.metrics[metric])}</span>
        </td>
      ))}
      <td>
        {group.gaps.length > 0 && <span className="chip chip-warning">{t('subgroups.gap', { metrics: group.gaps.join(', ') })}</span>}
        {group.isSmall && <span className="chip chip-neutral">{t('subgroups.small')}</span>}
      </td>
    </tr>
  )
}
