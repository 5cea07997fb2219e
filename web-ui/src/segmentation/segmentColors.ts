export type Color = readonly [number, number, number]

/** Hues that stay apart on grey images, for the common colour vision deficiencies too (Okabe and Ito 2008). */
const COLORS: readonly Color[] = [
  [240, 170, 50],
  [86, 180, 233],
  [0, 190, 140],
  [230, 120, 190],
  [240, 228, 66],
  [230, 110, 60],
  [120, 140, 250],
]

/** The colour of a segment, counted from 1. */
export function segmentColor(segmentNumber: number): Color {
  return COLORS[(segmentNumber - 1 + COLORS.length) % COLORS.length] ?? [255, 255, 255]
}

export function cssColor([red, green, blue]: Color): string {
  return `rgb(${red} ${green} ${blue})`
}
