import type { UseQueryResult } from '@tanstack/react-query'
import { useState } from 'react'
import type { StudyResult, WorklistItem } from '../api/types'
import type { SeriesSummary } from '../dicomweb/searchSeries'
import { thumbnailUrl } from '../dicomweb/thumbnailUrl'
import { useI18n } from '../i18n/I18n'

interface Props {
  readonly study: WorklistItem
  readonly query: UseQueryResult<SeriesSummary[]>
  readonly results: readonly StudyResult[]
  readonly selected: string | undefined
  readonly onSelect: (seriesInstanceUid: string) => void
}

const WITHOUT_IMAGES = ['SEG', 'SR', 'PR', 'KO', 'RTSTRUCT', 'DOC', 'REG', 'AU']

export function isImageSeries(series: SeriesSummary): boolean {
  return !WITHOUT_IMAGES.includes(series.modality)
}

export function SeriesList({ study, query, results, selected, onSelect }: Props) {
  const { t } = useI18n()
  const derived = (query.data ?? []).filter((series) => !isImageSeries(series))
  return (
    <nav className="series-list" aria-label={t('viewer.series')}>
      <h2>{t('viewer.series')}</h2>
      <ul>
        {(query.data ?? []).filter(isImageSeries).map((series) => (
          <li key={series.seriesInstanceUid}>
            <button
              type="button"
              className="series"
              aria-current={series.seriesInstanceUid === selected}
              onClick={() => onSelect(series.seriesInstanceUid)}
            >
              <Thumbnail url={thumbnailUrl(study.studyInstanceUid, series.seriesInstanceUid)} modality={series.modality} />
              <span className="series-name">{series.description || t('viewer.unnamedSeries')}</span>
              <span className="series-facts">
                {series.modality}
                {series.instances !== undefined && ` · ${t('viewer.imageCount', { count: series.instances })}`}
                {results.some((result) => result.seriesInstanceUid === series.seriesInstanceUid) && (
                  <span className="ai-badge">{t('viewer.ai')}</span>
                )}
              </span>
            </button>
          </li>
        ))}
      </ul>
      {derived.length > 0 && (
        <p className="series-derived">
          {t('viewer.derived')}: {derived.map((series) => series.modality).join(', ')}
        </p>
      )}
    </nav>
  )
}

function Thumbnail({ url, modality }: { readonly url: string; readonly modality: string }) {
  const [isBroken, setBroken] = useState(false)
  if (isBroken) {
    return <span className="thumbnail thumbnail-empty">{modality}</span>
  }
  return <img className="thumbnail" src={url} alt="" loading="lazy" onError={() => setBroken(true)} />
}
