import { useMemo } from 'react'
import { useI18n } from '../i18n/I18n'
import type { StackImage } from './imageStack'
import { imagesWithContent } from './segmentExtent'
import type { LoadedOverlay } from './useOverlay'

interface Props {
  readonly images: readonly StackImage[]
  readonly index: number
  readonly overlay: LoadedOverlay | undefined
  readonly onGoTo: (index: number) => void
}

/** Where in the stack the picture is, with marks where the AI segmented something. */
export function SliceBar({ images, index, overlay, onGoTo }: Props) {
  const { t } = useI18n()
  const marked = useMemo(
    () => (overlay === undefined || overlay.images !== images ? [] : imagesWithContent(images, overlay.placed)),
    [images, overlay],
  )
  if (images.length < 2) {
    return null
  }
  return (
    <div className="slice-bar">
      {marked.map((at) => (
        <span
          key={at}
          className="slice-mark"
          style={{ top: `${(at / images.length) * 100}%`, height: `${100 / images.length}%` }}
          aria-hidden="true"
        />
      ))}
      <input
        type="range"
        aria-label={t('viewer.slice')}
        aria-valuetext={t('viewer.imageOf', { index: index + 1, count: images.length })}
        min={0}
        max={images.length - 1}
        value={index}
        onChange={(event) => onGoTo(Number(event.target.value))}
      />
    </div>
  )
}
