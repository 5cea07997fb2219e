import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const SOURCE = join(process.cwd(), 'src')

function sources(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name)
    return statSync(path).isDirectory() ? sources(path) : /\.tsx?$/.test(name) ? [path] : []
  })
}

const files = sources(SOURCE).map((path) => ({ name: path.slice(SOURCE.length + 1), text: readFileSync(path, 'utf8') }))
const namesOf = (chosen: typeof files) => chosen.map((file) => file.name)

describe('the sources', () => {
  it('use Cornerstone in the viewer only', () => {
    const users = files.filter((file) => /from '@cornerstonejs\//.test(file.text))
    expect(users.length).toBeGreaterThan(0)
    expect(namesOf(users.filter((file) => !file.name.startsWith('viewer/')))).toEqual([])
  })

  it('have no untyped values', () => {
    expect(namesOf(files.filter((file) => /(:|as|<) *any\b(?! )/.test(file.text) && file.name !== 'architecture.test.ts'))).toEqual([])
  })

  it('have no default exports', () => {
    expect(namesOf(files.filter((file) => /^export default/m.test(file.text)))).toEqual([])
  })

  it('have components of at most 170 lines', () => {
    const components = files.filter((file) => file.name.endsWith('.tsx') && file.text.split('\n').length > 170)
    expect(namesOf(components)).toEqual([])
  })
})
