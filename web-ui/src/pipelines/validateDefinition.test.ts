import { describe, expect, it } from 'vitest'
import { validateDefinition } from './validateDefinition'

const infer = '{"kind":"INFER","model":"hippocampus"}'
const deidentify = '{"kind":"DEIDENTIFY","profile":"basic"}'
const definition = (match: string, ...steps: string[]) => `{"match":${match},"steps":[${steps.join(',')}]}`

describe('validateDefinition', () => {
  it('accepts a definition with all steps', () => {
    const text = definition('{"modality":["MR"],"seriesDescription":"(?i).*crop.*"}', deidentify, infer, '{"kind":"RELINK"}')
    expect(validateDefinition(text).kind).toBe('valid')
  })

  it.each([
    ['{', ''],
    ['[]', ''],
    [definition('[]', deidentify), 'match'],
    [definition('{"modality":"MR"}', deidentify), 'match.modality'],
    [definition('{"seriesDescription":"("}', deidentify), 'match.seriesDescription'],
    [definition('{"minimumInstances":0}', deidentify), 'match.minimumInstances'],
    [definition('{}'), 'steps'],
    [definition('{}', '{"kind":"MAGIC"}'), 'steps[0].kind'],
    [definition('{}', deidentify, '{"kind":"INFER"}'), 'steps[1].model'],
    [definition('{}', '{"kind":"DELIVER","destination":""}'), 'steps[0].destination'],
    [definition('{}', infer), 'steps[0]'],
    [definition('{}', deidentify, '{"kind":"RELINK"}', infer), 'steps[1]'],
  ])('refuses %s at %s', (text, path) => {
    const validation = validateDefinition(text)
    expect(validation.kind === 'invalid' && validation.problems.map((problem) => problem.path)).toContain(path)
  })
})
