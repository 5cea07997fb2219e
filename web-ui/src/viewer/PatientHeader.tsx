import type { WorklistItem } from '../api/types'
import { href } from '../app/router'
import { StateChip } from '../components/StateChip'
import { formatPersonName } from '../i18n/format'
import { useI18n } from '../i18n/I18n'

interface Props {
  readonly study: WorklistItem
  readonly hasNext: boolean
  readonly onNext: () => void
}

/** Who and what is on the screen. The only place in the viewer that names the patient. */
export function PatientHeader({ study, hasNext, onNext }: Props) {
  const { t, format } = useI18n()
  const details = [
    study.patientId,
    format.dicomDate(study.birthDate),
    study.sex,
    [format.dicomDate(study.studyDate), format.dicomTime(study.studyTime)].filter(Boolean).join(' '),
    study.accessionNumber === undefined || study.accessionNumber === ''
      ? undefined
      : `${t('worklist.accession')} ${study.accessionNumber}`,
  ].filter((detail) => detail !== undefined && detail !== '')
  return (
    <div className="patient-header">
      <a className="button quiet" href={href('worklist')} title={`${t('nav.worklist')} (Esc)`}>
        ← {t('nav.worklist')}
      </a>
      <div className="patient">
        <h1>{formatPersonName(study.patientName) || t('worklist.noName')}</h1>
        <span className="muted">{details.join('  ·  ')}</span>
      </div>
      <span className="patient-study">{study.description}</span>
      <a className="button quiet" href={href('deidentification', study.studyId)}>
        {t('deid.open')}
      </a>
      <StateChip state={study.state} />
      <button type="button" onClick={onNext} title={`${t('viewer.next')} (N)`}>
        {hasNext ? t('viewer.next') : t('viewer.backToList')}
      </button>
    </div>
  )
}
