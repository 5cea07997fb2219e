import { useKeys, type KeyMap } from '../components/useKeys'
import type { MouseTool, StackViewer } from './StackViewer'
import type { OverlayControls } from './useOverlayStyle'

interface Actions {
  readonly viewer: StackViewer | undefined
  readonly overlayStyle: OverlayControls
  readonly onTool: (tool: MouseTool) => void
  readonly onPreset: (index: number) => void
  readonly onHelp: () => void
  readonly onNext: () => void
  readonly onMoveSeries: (by: number) => void
  readonly onClose: () => void
}

const FAST = 10
const ZOOM_STEP = 1.2
const OPACITY_STEP = 0.1

export function useViewerShortcuts(actions: Actions): void {
  const { viewer, overlayStyle } = actions
  const presets: KeyMap = Object.fromEntries(
    Array.from({ length: 9 }, (_, index) => [String(index + 1), () => actions.onPreset(index)]),
  )
  useKeys({
    ...presets,
    ArrowUp: () => viewer?.scroll(-1),
    ArrowDown: () => viewer?.scroll(1),
    PageUp: () => viewer?.scroll(-FAST),
    PageDown: () => viewer?.scroll(FAST),
    Home: () => viewer?.goTo(0),
    End: () => viewer?.goTo(Number.MAX_SAFE_INTEGER),
    ArrowLeft: () => actions.onMoveSeries(-1),
    ArrowRight: () => actions.onMoveSeries(1),
    w: () => actions.onTool('window'),
    p: () => actions.onTool('pan'),
    z: () => actions.onTool('zoom'),
    s: () => actions.onTool('scroll'),
    '+': () => viewer?.zoomBy(ZOOM_STEP),
    '=': () => viewer?.zoomBy(ZOOM_STEP),
    '-': () => viewer?.zoomBy(1 / ZOOM_STEP),
    i: () => viewer?.invert(),
    r: () => viewer?.reset(),
    o: overlayStyle.toggle,
    '[': () => overlayStyle.setOpacity(overlayStyle.style.opacity - OPACITY_STEP),
    ']': () => overlayStyle.setOpacity(overlayStyle.style.opacity + OPACITY_STEP),
    n: actions.onNext,
    Escape: actions.onClose,
    '?': actions.onHelp,
  })
}
