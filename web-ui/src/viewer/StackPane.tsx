import { useCallback, useState } from 'react'
import { navigate } from '../app/router'
import type { SeriesSummary } from '../dicomweb/searchSeries'
import type { StackImage } from './imageStack'
import { ImageOverlayText } from './ImageOverlayText'
import { presetsFor } from './presets'
import { ShortcutHelp } from './ShortcutHelp'
import { SliceBar } from './SliceBar'
import { StackView } from './StackView'
import type { MouseTool, StackViewer, ViewState } from './StackViewer'
import type { LoadedOverlay } from './useOverlay'
import type { OverlayControls } from './useOverlayStyle'
import { useViewerShortcuts } from './useViewerShortcuts'
import { ViewerToolbar } from './ViewerToolbar'

interface Props {
  readonly images: readonly StackImage[]
  readonly series: SeriesSummary | undefined
  readonly overlay: LoadedOverlay | undefined
  readonly overlayStyle: OverlayControls
  readonly isReviewed: boolean
  readonly onViewer: (viewer: StackViewer | undefined) => void
  readonly onNext: () => void
  readonly onMoveSeries: (by: number) => void
}

/** Toolbar, picture with its texts, and the slice bar of one series. */
export function StackPane({ images, series, overlay, overlayStyle, isReviewed, onViewer, onNext, onMoveSeries }: Props) {
  const [viewer, setViewer] = useState<StackViewer>()
  const [view, setView] = useState<ViewState>()
  const [tool, setTool] = useState<MouseTool>('window')
  const [isHelpOpen, setHelpOpen] = useState(false)
  const presets = presetsFor(series?.modality ?? '')
  const applyPreset = useCallback(
    (index: number) => {
      const preset = presets[index]
      if (preset?.center === undefined || preset.width === undefined) {
        viewer?.resetWindow()
      } else {
        viewer?.setWindow(preset.center, preset.width)
      }
    },
    [presets, viewer],
  )
  const receiveViewer = useCallback(
    (created: StackViewer | undefined) => {
      setViewer(created)
      onViewer(created)
    },
    [onViewer],
  )
  useViewerShortcuts({
    viewer,
    overlayStyle,
    onTool: setTool,
    onPreset: applyPreset,
    onHelp: () => setHelpOpen(true),
    onNext,
    onMoveSeries,
    onClose: () => navigate('worklist'),
  })
  return (
    <>
      <ViewerToolbar
        tool={tool}
        presets={presets}
        onTool={setTool}
        onPreset={applyPreset}
        onInvert={() => viewer?.invert()}
        onReset={() => viewer?.reset()}
        onHelp={() => setHelpOpen(true)}
      />
      <div className="picture">
        <StackView
          images={images}
          overlay={overlay}
          overlayStyle={overlayStyle.style}
          tool={tool}
          onViewer={receiveViewer}
          onChange={setView}
        />
        <ImageOverlayText
          series={series}
          image={images[view?.index ?? 0]}
          view={view}
          count={images.length}
          hasUnreviewedOverlay={overlay !== undefined && overlayStyle.style.isVisible && !isReviewed}
        />
        <SliceBar images={images} index={view?.index ?? 0} overlay={overlay} onGoTo={(index) => viewer?.goTo(index)} />
      </div>
      {isHelpOpen && <ShortcutHelp onClose={() => setHelpOpen(false)} />}
    </>
  )
}
