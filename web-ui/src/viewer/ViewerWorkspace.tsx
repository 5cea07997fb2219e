import { useQuery } from '@tanstack/react-query'
import { useCallback, useMemo, useState } from 'react'
import { listStudyResults } from '../api/listStudyResults'
import type { WorklistItem } from '../api/types'
import { navigate } from '../app/router'
import { EmptyState } from '../components/EmptyState'
import { ErrorState } from '../components/ErrorState'
import { Loading } from '../components/Loading'
import { searchSeries } from '../dicomweb/searchSeries'
import { useI18n } from '../i18n/I18n'
import { FindingsPanel } from './FindingsPanel'
import { nextStudy } from './nextStudy'
import { PatientHeader } from './PatientHeader'
import { isImageSeries, SeriesList } from './SeriesList'
import { StackPane } from './StackPane'
import type { StackViewer } from './StackViewer'
import { useOverlay } from './useOverlay'
import { useOverlayStyle } from './useOverlayStyle'
import { useStack } from './useStack'

interface Props {
  readonly study: WorklistItem
  readonly worklist: readonly WorklistItem[]
}

export function ViewerWorkspace({ study, worklist }: Props) {
  const { t } = useI18n()
  const [chosenSeries, setChosenSeries] = useState<string>()
  const [viewer, setViewer] = useState<StackViewer>()
  const overlayStyle = useOverlayStyle()
  const results = useQuery({ queryKey: ['results', study.studyId], queryFn: () => listStudyResults(study.studyId) })
  const series = useQuery({
    queryKey: ['dicom', 'series', study.studyInstanceUid, study.instances],
    queryFn: () => searchSeries(study.studyInstanceUid),
  })
  const images = useMemo(() => (series.data ?? []).filter(isImageSeries), [series.data])
  const resultItems = useMemo(() => results.data?.items ?? [], [results.data])
  const isReady = series.data !== undefined && !results.isPending
  const firstWithResult = resultItems.find((item) => images.some((one) => one.seriesInstanceUid === item.seriesInstanceUid))
  const selected = chosenSeries ?? (isReady ? (firstWithResult?.seriesInstanceUid ?? images[0]?.seriesInstanceUid) : undefined)
  const result = resultItems.find((item) => item.seriesInstanceUid === selected)
  const stack = useStack(study.studyInstanceUid, selected)
  const overlay = useOverlay(study.studyInstanceUid, result, stack.data)
  const next = nextStudy(worklist, study.studyId)
  const goToNext = useCallback(() => {
    navigate(...(next === undefined ? ['worklist'] : ['studies', next.studyId]))
  }, [next])
  const moveSeries = useCallback(
    (by: number) => {
      const at = images.findIndex((one) => one.seriesInstanceUid === selected)
      const target = images[Math.min(images.length - 1, Math.max(0, at + by))]
      setChosenSeries(target?.seriesInstanceUid)
    },
    [images, selected],
  )

  return (
    <div className="viewer">
      <PatientHeader study={study} hasNext={next !== undefined} onNext={goToNext} />
      <div className="viewer-columns">
        <SeriesList study={study} query={series} results={resultItems} selected={selected} onSelect={setChosenSeries} />
        <section className="viewer-centre" aria-label={t('viewer.images')}>
          {series.isError && <ErrorState error={series.error} onRetry={() => void series.refetch()} />}
          {stack.isError && <ErrorState error={stack.error} onRetry={() => void stack.refetch()} />}
          {series.data !== undefined && images.length === 0 && (
            <EmptyState title={t('viewer.noImages')} hint={t('viewer.noImages.hint')} />
          )}
          {(series.isPending || (selected !== undefined && stack.isPending)) && <Loading />}
          {stack.data?.length === 0 && <EmptyState title={t('viewer.noImages')} />}
          {stack.data !== undefined && stack.data.length > 0 && (
            <StackPane
              images={stack.data}
              series={images.find((one) => one.seriesInstanceUid === selected)}
              overlay={overlay.loaded}
              overlayStyle={overlayStyle}
              isReviewed={result?.review !== undefined && result.review.state !== 'PENDING'}
              onViewer={setViewer}
              onNext={goToNext}
              onMoveSeries={moveSeries}
            />
          )}
        </section>
        <FindingsPanel
          study={study}
          results={results}
          selectedSeries={selected}
          overlay={overlay}
          overlayStyle={overlayStyle}
          onSelectSeries={setChosenSeries}
          onGoTo={(index) => viewer?.goTo(index)}
          onNext={goToNext}
        />
      </div>
    </div>
  )
}
