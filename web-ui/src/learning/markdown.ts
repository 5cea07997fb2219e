/** The parts of Markdown that model cards use. */
export type Block =
  | { readonly kind: 'heading'; readonly level: number; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | { readonly kind: 'table'; readonly header: readonly string[]; readonly rows: readonly (readonly string[])[] }

/** Blocks of plain text: nothing in a card can become markup of the page. */
export function parseMarkdown(text: string): Block[] {
  return text
    .replace(/\r\n/g, '\n')
    .replace(/^(#{1,6} .*)$/gm, '\n$1\n')
    .split(/\n\s*\n/)
    .map((block) => block.trim())
    .filter((block) => block !== '')
    .map(parseBlock)
}

function parseBlock(block: string): Block {
  const lines = block.split('\n').map((line) => line.trim())
  const heading = /^(#{1,6})\s+(.*)$/.exec(lines[0] ?? '')
  if (heading !== null) {
    return { kind: 'heading', level: (heading[1] ?? '#').length, text: plain(heading[2] ?? '') }
  }
  if (lines.every((line) => /^[-*] /.test(line))) {
    return { kind: 'list', items: lines.map((line) => plain(line.slice(2))) }
  }
  if (lines.length >= 2 && lines.every((line) => line.startsWith('|')) && /^[|\s:-]+$/.test(lines[1] ?? '')) {
    return { kind: 'table', header: cells(lines[0] ?? ''), rows: lines.slice(2).map(cells) }
  }
  return { kind: 'paragraph', text: plain(lines.join(' ')) }
}

function cells(line: string): string[] {
  return line
    .replace(/^\||\|$/g, '')
    .split('|')
    .map((cell) => plain(cell.trim()))
}

function plain(text: string): string {
  return text.replace(/\*\*|__|`/g, '')
}
