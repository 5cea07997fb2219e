import { describe, expect, it } from 'vitest'
import type { Role } from '../api/types'
import { outdatedQueries, parseLiveEvent } from './liveEvents'
import { href, parseRoute } from './router'
import { visibleSections } from './sections'

describe('routes', () => {
  it.each([
    ['', []],
    ['#/worklist', ['worklist']],
    ['#/pipelines/brain%20MR%2Fv2', ['pipelines', 'brain MR/v2']],
  ])('reads %s', (hash, route) => expect(parseRoute(hash)).toEqual(route))

  it('reads what it writes', () => expect(parseRoute(href('pipelines', 'a/b c'))).toEqual(['pipelines', 'a/b c']))
})

describe('visible pages', () => {
  const pagesOf = (...roles: Role[]) => visibleSections(roles).flatMap((section) => section.pages.map((page) => page.path))
  it.each<[Role, string[]]>([
    ['radiologist', ['worklist', 'runs', 'models']],
    ['integrator', ['runs', 'sources', 'destinations', 'quarantine', 'system']],
    ['data-scientist', ['datasets', 'training', 'models', 'promotions']],
    ['auditor', ['audit']],
  ])('of the %s', (role, pages) => expect(pagesOf(role)).toEqual(pages))

  it('without a role are none', () => expect(pagesOf()).toEqual([]))
})

describe('live events', () => {
  it('make the lists that they concern out of date', () => {
    expect(outdatedQueries({ type: 'study' })).toContain('worklist')
    expect(outdatedQueries({ type: 'epoch' })).toContain('training-run')
    expect(outdatedQueries({ type: 'something new' })).toEqual([])
  })
  it.each([['ping'], ['{"kind":"x"}'], ['null']])('ignores %s', (data) => expect(parseLiveEvent(data)).toBeUndefined())
  it('reads the type', () => expect(parseLiveEvent('{"type":"run","id":"1"}')).toEqual({ type: 'run' }))
})
