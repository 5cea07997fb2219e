import { useQuery } from '@tanstack/react-query'
import { getReleaseGate } from '../api/getReleaseGate'
import { getRiskReport } from '../api/getRiskReport'
import { href } from '../app/router'
import { PageHeading } from '../components/PageHeading'
import { QueryView } from '../components/QueryView'
import { useI18n } from '../i18n/I18n'
import { ReleasePanel } from './ReleasePanel'
import { RiskView } from './RiskView'

/** What must be known, and who must sign, before a version of a data set leaves the platform. */
export function DatasetVersionPage({ id }: { readonly id: string }) {
  const { t } = useI18n()
  const gate = useQuery({ queryKey: ['release-gate', id], queryFn: () => getReleaseGate(id) })
  const risk = useQuery({ queryKey: ['dataset-risk', id], queryFn: () => getRiskReport(id), staleTime: Infinity })
  return (
    <section className="page">
      <PageHeading title={t('release.title')} hint={t('release.hint')}>
        <a className="button" href={href('datasets')}>
          {t('datasets.title')}
        </a>
      </PageHeading>
      <div className="two-columns">
        <QueryView query={risk}>{(data) => <RiskView report={data} />}</QueryView>
        <QueryView query={gate}>{(data) => <ReleasePanel gate={data} />}</QueryView>
      </div>
    </section>
  )
}
