import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { erasePerson } from '../api/erasePerson'
import { listErasures } from '../api/listErasures'
import type { Erasure } from '../api/types'
import { href } from '../app/router'
import { Field } from '../components/Field'
import { QueryView } from '../components/QueryView'
import { ReasonDialog } from '../components/ReasonDialog'
import { useAction } from '../components/useAction'
import { useI18n } from '../i18n/I18n'

/** Erases the way back to a person, and lists what was erased with who still holds images. */
export function ErasurePanel() {
  const { t } = useI18n()
  const [person, setPerson] = useState('')
  const [isAsking, setAsking] = useState(false)
  const erasures = useQuery({ queryKey: ['erasures'], queryFn: listErasures })
  const erase = useAction((reason: string) => erasePerson(person.trim(), reason), {
    refresh: ['erasures'],
    done: t('crosswalk.erased'),
    onSuccess: () => setPerson(''),
  })
  return (
    <div>
      <div className="card form">
        <h2>{t('crosswalk.erase')}</h2>
        <Field label={t('crosswalk.person')} hint={t('crosswalk.erase.hint')}>
          {(id) => <input id={id} value={person} onChange={(event) => setPerson(event.target.value)} />}
        </Field>
        <button type="submit" disabled={person.trim() === '' || erase.isPending} onClick={() => setAsking(true)}>
          {t('crosswalk.erase')}
        </button>
      </div>
      {isAsking && (
        <ReasonDialog
          title={t('crosswalk.erase')}
          hint={t('crosswalk.erase.hint')}
          action={t('crosswalk.erase')}
          onClose={() => setAsking(false)}
          onSubmit={(reason) => {
            setAsking(false)
            erase.mutate(reason)
          }}
        />
      )}
      <QueryView query={erasures}>
        {({ items }) => (
          <ul className="card-list">
            {items.map((erasure) => (
              <ErasureCard key={erasure.id} erasure={erasure} />
            ))}
          </ul>
        )}
      </QueryView>
    </div>
  )
}

function ErasureCard({ erasure }: { readonly erasure: Erasure }) {
  const { t, format } = useI18n()
  const { report } = erasure
  return (
    <li className="card card-column">
      <strong>{report.pseudonyms.join(', ')}</strong>
      <span className="muted">
        {erasure.requestedBy} · {format.dateTime(erasure.at)} · {erasure.reason}
      </span>
      <span>
        {t('crosswalk.report', {
          mappings: report.mappings,
          copies: report.copies,
          pictures: report.facePictures,
          studies: report.archivedStudies,
        })}
      </span>
      {report.datasets.map((dataset) => (
        <span key={dataset.datasetVersionId}>
          {t('crosswalk.holdsData', { name: dataset.name, version: dataset.version, cases: dataset.cases })}
        </span>
      ))}
      {report.models.map((model) => (
        <a key={model.modelVersionId} href={href('models', model.modelVersionId)}>
          {t('crosswalk.holdsModel', { name: model.name, version: model.version })}
        </a>
      ))}
    </li>
  )
}
