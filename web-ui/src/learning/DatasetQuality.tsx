import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { getDatasetQuality } from '../api/getDatasetQuality'
import type { DatasetQuality as Report } from '../api/types'
import { QueryView } from '../components/QueryView'
import { useI18n } from '../i18n/I18n'

/** What a person should look at before a model learns from a data set version; loaded when it is opened. */
export function DatasetQuality({ versionId, title }: { readonly versionId: string; readonly title: string }) {
  const [isOpen, setOpen] = useState(false)
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{title}</summary>
      {isOpen && <LoadedReport versionId={versionId} />}
    </details>
  )
}

function LoadedReport({ versionId }: { readonly versionId: string }) {
  const report = useQuery({ queryKey: ['dataset-quality', versionId], queryFn: () => getDatasetQuality(versionId) })
  return <QueryView query={report}>{(data) => <Findings report={data} />}</QueryView>
}

function Findings({ report }: { readonly report: Report }) {
  const { t } = useI18n()
  if (report.findings.length === 0) {
    return <p className="muted">{t('quality.none', { count: report.cases })}</p>
  }
  return (
    <ul className="problems">
      {report.findings.map((finding) => (
        <li key={`${finding.kind} ${finding.cases.join(' ')} ${finding.message}`}>
          <strong>{t(`quality.${finding.severity}`)}</strong> <code>{finding.cases.join(', ')}</code> {finding.message}{' '}
          <em>{finding.fix}</em>
          <div className="row">
            {finding.cases.map((id) => (
              <CasePicture key={id} id={id} address={report.pictures[id]} />
            ))}
          </div>
        </li>
      ))}
    </ul>
  )
}

function CasePicture({ id, address }: { readonly id: string; readonly address: string | undefined }) {
  return address === undefined ? null : <img src={address} alt={id} title={id} width={96} />
}
