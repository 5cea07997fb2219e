import { numberValue } from '../dicomweb/dicomJson'
import type { SeriesSummary } from '../dicomweb/searchSeries'
import { Tag } from '../dicomweb/tags'
import { useI18n } from '../i18n/I18n'
import type { StackImage } from './imageStack'
import type { ViewState } from './StackViewer'

interface Props {
  readonly series: SeriesSummary | undefined
  readonly image: StackImage | undefined
  readonly view: ViewState | undefined
  readonly count: number
  readonly hasUnreviewedOverlay: boolean
}

/** What is written on the picture: how it is shown, never whose it is. */
export function ImageOverlayText({ series, image, view, count, hasUnreviewedOverlay }: Props) {
  const { t, format } = useI18n()
  const thickness = image === undefined ? undefined : numberValue(image.metadata, Tag.SliceThickness)
  const position = image?.plane?.position[2]
  return (
    <div className="overlay-text">
      <div className="corner top-left">
        <span>{series?.description}</span>
        <span>{[series?.modality, series?.number].filter(Boolean).join(' · ')}</span>
      </div>
      <div className="corner top-right">
        {hasUnreviewedOverlay && <span className="ai-notice">{t('viewer.notReviewed')}</span>}
      </div>
      <div className="corner bottom-left">
        <span data-testid="image-position">{t('viewer.imageOf', { index: (view?.index ?? 0) + 1, count })}</span>
        {thickness !== undefined && <span>{t('viewer.thickness', { value: format.number(thickness) })}</span>}
        {position !== undefined && <span>{t('viewer.location', { value: format.number(position, 1) })}</span>}
      </div>
      <div className="corner bottom-right">
        {view !== undefined && (
          <>
            <span data-testid="window">{t('viewer.window', { center: Math.round(view.center), width: Math.round(view.width) })}</span>
            <span>{t('viewer.zoom', { value: format.percent(view.zoom, 0) })}</span>
          </>
        )}
      </div>
      {view?.markers !== undefined && (
        <div aria-label={t('viewer.orientation')}>
          <span className="marker marker-top">{view.markers.top}</span>
          <span className="marker marker-right">{view.markers.right}</span>
          <span className="marker marker-bottom">{view.markers.bottom}</span>
          <span className="marker marker-left">{view.markers.left}</span>
        </div>
      )}
    </div>
  )
}
