import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { compareModelVersion } from '../api/compareModelVersion'
import { listPromotionChecks } from '../api/listPromotionChecks'
import { requestPromotion } from '../api/requestPromotion'
import type { ModelVersion } from '../api/types'
import { QueryView } from '../components/QueryView'
import { ReasonDialog } from '../components/ReasonDialog'
import { useAction } from '../components/useAction'
import { useI18n } from '../i18n/I18n'
import { RuleChecks } from './RuleChecks'

/** What a version still lacks before it may go into production, and the request. */
export function PromotionPanel({ version }: { readonly version: ModelVersion }) {
  const { t } = useI18n()
  const [isAsking, setAsking] = useState(false)
  const checks = useQuery({ queryKey: ['promotion-checks', version.id], queryFn: () => listPromotionChecks(version.id) })
  const promote = useAction((reason: string) => requestPromotion(version.id, reason), {
    refresh: ['promotions', 'model-version', 'promotion-checks'],
    done: t('promotions.requested'),
  })
  const compare = useAction(() => compareModelVersion(version.id), {
    refresh: ['model-version', 'promotion-checks'],
    done: t('comparison.started'),
  })
  return (
    <section className="card" aria-label={t('rules.title')}>
      <h3>{t('rules.title')}</h3>
      <QueryView query={checks}>
        {({ items }) => (
          <>
            <RuleChecks checks={items} />
            <button
              type="button"
              className="primary"
              disabled={promote.isPending || items.some((check) => !check.passed)}
              onClick={() => setAsking(true)}
            >
              {t('promotions.request')}
            </button>{' '}
            {items.some((check) => !check.passed && check.rule.endsWith('_PRODUCTION')) && (
              <button type="button" disabled={compare.isPending} onClick={() => compare.mutate(undefined)}>
                {t('comparison.start')}
              </button>
            )}
          </>
        )}
      </QueryView>
      {isAsking && (
        <ReasonDialog
          title={t('promotions.request')}
          hint={t('promotions.request.hint')}
          action={t('promotions.request')}
          onClose={() => setAsking(false)}
          onSubmit={(reason) => {
            setAsking(false)
            promote.mutate(reason)
          }}
        />
      )}
    </section>
  )
}
