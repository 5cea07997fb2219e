/** AE titles are 1 to 16 characters of the default repertoire, without backslash or control characters (PS3.5 6.2). */
export function isAeTitle(text: string): boolean {
  return /^[\x20-\x5b\x5d-\x7e]{1,16}$/.test(text) && text.trim() !== ''
}
