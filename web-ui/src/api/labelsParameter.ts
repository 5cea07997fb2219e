/** Names with commas between them as the platform takes them; undefined for none. */
export function labelsParameter(names: string): string | undefined {
  const labels = names.split(',').map((label) => label.trim()).filter((label) => label !== '')
  return labels.length === 0 ? undefined : JSON.stringify(labels)
}
