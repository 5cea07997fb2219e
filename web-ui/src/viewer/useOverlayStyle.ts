import { useMemo, useState } from 'react'
import type { OverlayStyle } from './SegmentationOverlay'

export interface OverlayControls {
  readonly style: OverlayStyle
  readonly toggle: () => void
  readonly setOpacity: (opacity: number) => void
  readonly toggleSegment: (segmentNumber: number) => void
}

const INITIAL_OPACITY = 0.4

/** How the reader wants the overlay: on or off, how opaque, and which segments. */
export function useOverlayStyle(): OverlayControls {
  const [style, setStyle] = useState<OverlayStyle>({
    isVisible: true,
    opacity: INITIAL_OPACITY,
    hiddenSegments: new Set(),
  })
  return useMemo(
    () => ({
      style,
      toggle: () => setStyle((before) => ({ ...before, isVisible: !before.isVisible })),
      setOpacity: (opacity) => setStyle((before) => ({ ...before, opacity: Math.min(1, Math.max(0, opacity)) })),
      toggleSegment: (number) => setStyle((before) => ({ ...before, hiddenSegments: toggled(before.hiddenSegments, number) })),
    }),
    [style],
  )
}

export function toggled(segments: ReadonlySet<number>, number: number): ReadonlySet<number> {
  const next = new Set(segments)
  if (!next.delete(number)) {
    next.add(number)
  }
  return next
}
