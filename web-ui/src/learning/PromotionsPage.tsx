import { useQuery } from '@tanstack/react-query'
import { decidePromotion } from '../api/decidePromotion'
import { listPromotions } from '../api/listPromotions'
import type { Promotion } from '../api/types'
import { href } from '../app/router'
import { useHasRole, useMe } from '../app/Session'
import { DecisionButtons, type Decision } from '../components/DecisionButtons'
import { PageHeading } from '../components/PageHeading'
import { QueryTable } from '../components/QueryTable'
import { StateChip } from '../components/StateChip'
import { useAction } from '../components/useAction'
import { useI18n } from '../i18n/I18n'
import { RuleChecks } from './RuleChecks'

export function PromotionsPage() {
  const { t } = useI18n()
  const promotions = useQuery({ queryKey: ['promotions'], queryFn: listPromotions })
  return (
    <section className="page">
      <PageHeading title={t('promotions.title')} hint={t('promotions.hint')} />
      <QueryTable
        query={promotions}
        empty={{ title: t('promotions.empty'), hint: t('promotions.empty.hint') }}
        heads={[
          t('column.state'),
          t('training.model'),
          t('review.reason'),
          t('promotions.requestedBy'),
          t('promotions.decidedBy'),
          '',
        ]}
      >
        {(promotion) => (
          <PromotionRow key={promotion.id} promotion={promotion} />
        )}
      </QueryTable>
    </section>
  )
}

function PromotionRow({ promotion }: { readonly promotion: Promotion }) {
  const { t, format } = useI18n()
  const me = useMe()
  const mayDecide = useHasRole('admin')
  const decide = useAction((decision: Decision) => decidePromotion(promotion.id, decision), {
    refresh: ['promotions', 'models', 'model-version'],
    done: t('promotions.decided'),
  })
  const isOwn = promotion.requestedBy === me.username
  return (
    <tr>
      <td>
        <StateChip state={promotion.state} />
      </td>
      <td>
        <a href={href('models', promotion.modelVersionId)}>
          {promotion.modelName} v{promotion.modelVersion}
        </a>
      </td>
      <td>
        {promotion.reason}
        <RuleChecks checks={promotion.state === 'APPROVED' ? promotion.decisionChecks : promotion.requestChecks} />
      </td>
      <td>
        {promotion.requestedBy}
        <span className="secondary">{format.dateTime(promotion.requestedAt)}</span>
      </td>
      <td>
        {promotion.decidedBy}
        <span className="secondary">{format.dateTime(promotion.decidedAt)}</span>
      </td>
      <td className="row-actions">
        {promotion.state === 'REQUESTED' && mayDecide && (
          <DecisionButtons
            refusal={isOwn ? t('promotions.ownRequest') : undefined}
            isPending={decide.isPending}
            onDecide={decide.mutate}
          />
        )}
      </td>
    </tr>
  )
}
