import { useEffect, useRef, useState } from 'react'
import { errorText } from '../components/ErrorState'
import { Loading } from '../components/Loading'
import { useI18n } from '../i18n/I18n'
import type { StackImage } from './imageStack'
import type { LoadedOverlay } from './useOverlay'
import type { OverlayStyle } from './SegmentationOverlay'
import { StackViewer, type MouseTool, type ViewState } from './StackViewer'

interface Props {
  readonly images: readonly StackImage[]
  readonly overlay: LoadedOverlay | undefined
  readonly overlayStyle: OverlayStyle
  readonly tool: MouseTool
  readonly onViewer: (viewer: StackViewer | undefined) => void
  readonly onChange: (state: ViewState) => void
}

/** The picture. Everything is passed on to Cornerstone; React only owns the element. */
export function StackView({ images, overlay, overlayStyle, tool, onViewer, onChange }: Props) {
  const { t } = useI18n()
  const element = useRef<HTMLDivElement>(null)
  const [viewer, setViewer] = useState<StackViewer>()
  const [shown, setShown] = useState<readonly StackImage[]>()
  const [failure, setFailure] = useState<unknown>()

  useEffect(() => {
    if (element.current === null) {
      return undefined
    }
    const created = new StackViewer(element.current, onChange)
    const observer = new ResizeObserver(() => created.resize())
    observer.observe(element.current)
    setViewer(created)
    onViewer(created)
    return () => {
      observer.disconnect()
      created.destroy()
      setViewer(undefined)
      onViewer(undefined)
    }
  }, [onChange, onViewer])

  useEffect(() => {
    let isCurrent = true
    setShown(undefined)
    setFailure(undefined)
    viewer?.show(images, Math.floor(images.length / 2)).then(
      () => isCurrent && setShown(images),
      (error: unknown) => isCurrent && setFailure(error),
    )
    return () => {
      isCurrent = false
    }
  }, [viewer, images])

  useEffect(() => {
    if (viewer !== undefined && overlay !== undefined && shown === overlay.images) {
      viewer.showOverlay(overlay.segmentation, overlay.placed, overlayStyle)
    }
    // the style alone is passed on below, without building the labelmap again
  }, [viewer, overlay, shown])

  useEffect(() => viewer?.styleOverlay(overlayStyle), [viewer, overlayStyle])
  useEffect(() => viewer?.useTool(tool), [viewer, tool])

  return (
    <div className="stack-view">
      <div
        ref={element}
        className="stack-element"
        data-testid="viewport"
        data-shown={shown === images}
        data-overlay={shown !== undefined && overlay !== undefined && shown === overlay.images}
        onContextMenu={(event) => event.preventDefault()}
      />
      {shown !== images && failure === undefined && (
        <div className="stack-loading">
          <Loading />
        </div>
      )}
      {failure !== undefined && (
        <div className="stack-failure" role="alert">
          {t('viewer.imageFailed')} {errorText(failure, t)}
        </div>
      )}
    </div>
  )
}
