import { useRef, useState, type PointerEvent } from 'react'
import type { Region } from '../api/types'
import { regionBetween, type Point, type Size } from './regions'

interface Props {
  readonly label: string
  readonly picture: string
  readonly size: Size
  readonly regions: readonly Region[]
  /** Fills the regions as the copy will show them; otherwise they are outlined. */
  readonly isBlanked: boolean
  /** Where a drawn rectangle goes; none are drawn without it. */
  readonly onDraw?: (region: Region) => void
}

/** A picture with rectangles over it. A drag draws another one. */
export function RegionCanvas({ label, picture, size, regions, isBlanked, onDraw }: Props) {
  const canvas = useRef<SVGSVGElement>(null)
  const [corners, setCorners] = useState<readonly [Point, Point]>()
  const drawn = corners && regionBetween(corners[0], corners[1], size)
  const point = (event: PointerEvent): Point | undefined => {
    const toScreen = canvas.current?.getScreenCTM()
    return toScreen ? new DOMPoint(event.clientX, event.clientY).matrixTransform(toScreen.inverse()) : undefined
  }
  const start = (event: PointerEvent) => {
    const at = point(event)
    if (onDraw !== undefined && at !== undefined) {
      event.currentTarget.setPointerCapture(event.pointerId)
      setCorners([at, at])
    }
  }
  const drag = (event: PointerEvent) => {
    const at = point(event)
    if (at !== undefined) {
      setCorners((before) => before && [before[0], at])
    }
  }
  const end = () => {
    if (drawn !== undefined) {
      onDraw?.(drawn)
    }
    setCorners(undefined)
  }
  return (
    <figure className="region-canvas">
      <figcaption>{label}</figcaption>
      <svg
        ref={canvas}
        role="img"
        aria-label={label}
        viewBox={`0 0 ${size.columns} ${size.rows}`}
        className={onDraw === undefined ? undefined : 'drawable'}
        onPointerDown={start}
        onPointerMove={drag}
        onPointerUp={end}
        onPointerCancel={() => setCorners(undefined)}
      >
        <image href={picture} width={size.columns} height={size.rows} />
        {[...regions, ...(drawn === undefined ? [] : [drawn])].map((region, index) => (
          <rect key={index} className={isBlanked ? 'blanked' : 'outlined'} {...region} />
        ))}
      </svg>
    </figure>
  )
}
