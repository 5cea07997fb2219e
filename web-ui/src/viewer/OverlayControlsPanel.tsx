import { errorText } from '../components/ErrorState'
import { useI18n } from '../i18n/I18n'
import type { useOverlay } from './useOverlay'
import type { OverlayControls } from './useOverlayStyle'

interface Props {
  readonly overlay: ReturnType<typeof useOverlay>
  readonly controls: OverlayControls
}

/** On or off and how opaque, with a warning where the segmentation does not fit the images. */
export function OverlayControlsPanel({ overlay, controls }: Props) {
  const { t } = useI18n()
  const { query, loaded } = overlay
  if (query.isError) {
    return (
      <p className="reason" role="alert">
        {t('overlay.failed')} {errorText(query.error, t)}
      </p>
    )
  }
  if (query.isFetching && loaded === undefined) {
    return <p className="muted">{t('overlay.loading')}</p>
  }
  if (loaded === undefined) {
    return null
  }
  const { style } = controls
  return (
    <section className="overlay-controls" aria-label={t('overlay.title')}>
      <label className="switch">
        <input type="checkbox" checked={style.isVisible} onChange={controls.toggle} />
        {t('overlay.title')} <kbd>O</kbd>
      </label>
      <label className="opacity">
        {t('overlay.opacity')}
        <input
          type="range"
          min={0}
          max={1}
          step={0.05}
          value={style.opacity}
          disabled={!style.isVisible}
          onChange={(event) => controls.setOpacity(Number(event.target.value))}
        />
      </label>
      {loaded.placed.unplacedFrames > 0 && (
        <p className="reason" role="alert">
          {t('overlay.unplaced', { count: loaded.placed.unplacedFrames })}
        </p>
      )}
      {loaded.placed.contradictions > 0 && (
        <p className="reason" role="alert">
          {t('overlay.contradictions', { count: loaded.placed.contradictions })}
        </p>
      )}
    </section>
  )
}
