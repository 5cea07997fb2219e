import { useQuery } from '@tanstack/react-query'
import { getSystem } from '../api/getSystem'
import type { ServiceStatus } from '../api/types'
import { PageHeading } from '../components/PageHeading'
import { QueryView } from '../components/QueryView'
import { useI18n } from '../i18n/I18n'

const REFRESH_MILLISECONDS = 10_000

export function SystemPage() {
  const { t } = useI18n()
  const system = useQuery({ queryKey: ['system'], queryFn: getSystem, refetchInterval: REFRESH_MILLISECONDS })
  return (
    <section className="page">
      <PageHeading title={t('system.title')} hint={t('system.hint')} />
      <QueryView query={system}>
        {({ services, queues }) => (
          <>
            <ul className="service-grid">
              {services.map((service) => (
                <ServiceCard key={service.name} service={service} />
              ))}
            </ul>
            <h2>{t('system.queues')}</h2>
            <div className="metric-tiles">
              {Object.entries(queues).map(([name, depth]) => (
                <div key={name} className="tile">
                  <span className="tile-value">{depth}</span>
                  <span className="muted">{name}</span>
                </div>
              ))}
            </div>
          </>
        )}
      </QueryView>
    </section>
  )
}

function ServiceCard({ service }: { readonly service: ServiceStatus }) {
  const { t } = useI18n()
  return (
    <li className="card card-column">
      <div className="row">
        <strong>{service.name}</strong>
        <span className={service.ready ? 'chip chip-good' : 'chip chip-bad'}>
          <span className={service.ready ? 'mark mark-good' : 'mark mark-bad'} aria-hidden="true" />
          {t(service.ready ? 'system.ready' : 'system.notReady')}
        </span>
      </div>
      {service.version !== undefined && <span className="muted">{service.version}</span>}
      {service.device !== undefined && (
        <span>
          {t('training.device')}: <code>{service.device}</code> <span className="muted">{service.deviceReason}</span>
        </span>
      )}
      {service.detail !== undefined && <span className="muted">{service.detail}</span>}
    </li>
  )
}
