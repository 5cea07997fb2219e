import { PageHeading } from '../components/PageHeading'
import { useI18n } from '../i18n/I18n'
import { ErasurePanel } from './ErasurePanel'
import { LookupPanel } from './LookupPanel'

/** The way back from pseudonyms, and its end. */
export function CrosswalkPage() {
  const { t } = useI18n()
  return (
    <section className="page">
      <PageHeading title={t('crosswalk.title')} hint={t('crosswalk.hint')} />
      <div className="two-columns">
        <ErasurePanel />
        <LookupPanel />
      </div>
    </section>
  )
}
