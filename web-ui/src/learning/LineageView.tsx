import { useQuery } from '@tanstack/react-query'
import { getLineage } from '../api/getLineage'
import type { Lineage } from '../api/types'
import { href } from '../app/router'
import { QueryView } from '../components/QueryView'
import { softwareText } from '../components/softwareText'
import { Table } from '../components/Table'
import { useI18n } from '../i18n/I18n'
import { SpecList } from './SpecList'

const CASES = 50
const SHORT_HASH = 12

/** From a model version back to the training, the data and the images. */
export function LineageView({ versionId }: { readonly versionId: string }) {
  const lineage = useQuery({ queryKey: ['lineage', versionId], queryFn: () => getLineage(versionId, CASES), staleTime: Infinity })
  return <QueryView query={lineage}>{(data) => <Origin lineage={data} />}</QueryView>
}

function Origin({ lineage }: { readonly lineage: Lineage }) {
  const { t, format } = useI18n()
  const { training } = lineage
  return (
    <>
      <SpecList
        values={{
          [t('lineage.package')]: lineage.packageObjectId.slice(0, SHORT_HASH),
          [t('lineage.code')]: lineage.codeVersion,
          [t('lineage.software')]: softwareText(lineage.software),
          [t('lineage.startedBy')]: training && `${training.startedBy}, ${format.dateTime(training.startedAt)}`,
          [t('lineage.dataset')]: training && `${training.data.name} v${training.data.version}`,
          [t('lineage.manifest')]: training?.data.manifestObjectId.slice(0, SHORT_HASH),
        }}
      />
      {training !== undefined && (
        <>
          <p>
            <a href={href('training', training.runId)}>{t('models.trainingRun')}</a>{' '}
            <a href={href('datasets', training.data.datasetVersionId)}>{t('lineage.dataset')}</a>{' '}
            {training.startedFrom !== undefined && <a href={href('models', training.startedFrom)}>{t('lineage.from')}</a>}
          </p>
          <Cases training={training} />
        </>
      )}
    </>
  )
}

function Cases({ training }: { readonly training: NonNullable<Lineage['training']> }) {
  const { t } = useI18n()
  return (
    <details>
      <summary>
        {t('lineage.cases')} ({training.cases.length} / {training.caseCount})
      </summary>
      <Table className="figures" heads={[t('models.case'), t('lineage.patient'), t('lineage.split'), t('lineage.image')]} items={training.cases}>
        {(each) => (
          <tr key={each.id}>
            <td>{each.id}</td>
            <td>{each.patient}</td>
            <td>{each.split}</td>
            <td title={each.imageObjectId}>{each.imageObjectId.slice(0, SHORT_HASH)}</td>
          </tr>
        )}
      </Table>
    </details>
  )
}
