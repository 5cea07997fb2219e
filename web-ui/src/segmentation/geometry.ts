/** A point or direction in the patient coordinate system (PS3.3 C.7.6.2.1.1), millimetres. */
export type Vector = readonly [number, number, number]

/** Where a frame's pixels lie in the patient: the Image Plane Module (PS3.3 C.7.6.2). */
export interface Plane {
  /** Centre of the first pixel. */
  readonly position: Vector
  /** Unit direction of a row, with growing column index. */
  readonly rowDirection: Vector
  /** Unit direction of a column, with growing row index. */
  readonly columnDirection: Vector
  /** Distance between rows, in mm. */
  readonly rowSpacing: number
  /** Distance between columns, in mm. */
  readonly columnSpacing: number
  readonly rows: number
  readonly columns: number
}

export function dot(a: Vector, b: Vector): number {
  return a[0] * b[0] + a[1] * b[1] + a[2] * b[2]
}

export function subtract(a: Vector, b: Vector): Vector {
  return [a[0] - b[0], a[1] - b[1], a[2] - b[2]]
}

export function cross(a: Vector, b: Vector): Vector {
  return [a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]]
}

export function normal(plane: Plane): Vector {
  return cross(plane.rowDirection, plane.columnDirection)
}

/** Patient position of a pixel centre. */
export function pixelToPatient(plane: Plane, column: number, row: number): Vector {
  const x = column * plane.columnSpacing
  const y = row * plane.rowSpacing
  return [
    plane.position[0] + x * plane.rowDirection[0] + y * plane.columnDirection[0],
    plane.position[1] + x * plane.rowDirection[1] + y * plane.columnDirection[1],
    plane.position[2] + x * plane.rowDirection[2] + y * plane.columnDirection[2],
  ]
}

/** Column and row (fractional) of a patient position projected onto the plane. */
export function patientToPixel(plane: Plane, point: Vector): readonly [number, number] {
  const offset = subtract(point, plane.position)
  return [
    dot(offset, plane.rowDirection) / plane.columnSpacing,
    dot(offset, plane.columnDirection) / plane.rowSpacing,
  ]
}

const PARALLEL = 0.999

export function areParallel(a: Plane, b: Plane): boolean {
  return Math.abs(dot(normal(a), normal(b))) > PARALLEL
}

/** Distance between two parallel planes along the normal of the first, in mm. */
export function distance(a: Plane, b: Plane): number {
  return Math.abs(dot(subtract(b.position, a.position), normal(a)))
}

/** The same pixels at the same places, so that pixels can be copied one to one. */
export function haveSameGrid(a: Plane, b: Plane): boolean {
  const tolerance = 0.01 * Math.min(a.columnSpacing, a.rowSpacing)
  const corner: Vector = pixelToPatient(b, b.columns - 1, b.rows - 1)
  const [column, row] = patientToPixel(a, corner)
  const [firstColumn, firstRow] = patientToPixel(a, b.position)
  return (
    a.rows === b.rows &&
    a.columns === b.columns &&
    dot(a.rowDirection, b.rowDirection) > PARALLEL &&
    dot(a.columnDirection, b.columnDirection) > PARALLEL &&
    Math.abs(firstColumn) < tolerance + 0.05 &&
    Math.abs(firstRow) < tolerance + 0.05 &&
    Math.abs(column - (b.columns - 1)) < 0.1 &&
    Math.abs(row - (b.rows - 1)) < 0.1
  )
}
