/** Versions by component, in one line. */
export function softwareText(software: Readonly<Record<string, string>>): string {
  return Object.entries(software)
    .map(([name, version]) => `${name} ${version}`)
    .join(', ')
}
