/** The id that is selected after moving by some rows; it stays inside the list. */
export function moveSelection(ids: readonly string[], selected: string | undefined, by: number): string | undefined {
  const at = selected === undefined ? -1 : ids.indexOf(selected)
  if (at < 0) {
    return by > 0 ? ids[0] : ids[ids.length - 1]
  }
  return ids[Math.min(ids.length - 1, Math.max(0, at + by))]
}
