import { readFileSync, readdirSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { migrate, walk } from '../../../src/project/migrate.ts'
import { migrations } from '../../../src/project/migrations/index.ts'
import { currentFormat, toStored } from '../../../src/project/stored.ts'
import { sampleDocument } from './documents.ts'

const folder = resolve(import.meta.dirname, '../../fixtures/projects')
const golden = readdirSync(folder).filter((name) => name.startsWith('format-'))
const read = (name: string) =>
  JSON.parse(readFileSync(resolve(folder, name), 'utf8')) as Record<string, unknown>

describe('stored documents', () => {
  test('there is a golden file for every format that was ever shipped', () => {
    const formats = golden.map((name) => Number(/\d+/.exec(name)?.[0]))
    expect(formats.sort((a, b) => a - b)).toEqual(
      Array.from({ length: currentFormat }, (_, i) => i + 1),
    )
    expect(migrations.map(({ from }) => from)).toEqual(
      Array.from({ length: currentFormat - 1 }, (_, i) => i + 1),
    )
  })

  test.each(golden)('%s opens as the sample document of today', (name) => {
    const stored = read(name)
    const before = structuredClone(stored)
    expect(migrate(stored)).toEqual(toStored(sampleDocument('p_golden')))
    expect(stored).toEqual(before)
  })

  test('survive JSON: nothing in them needs more', () => {
    const stored = toStored(sampleDocument())
    expect(migrate(JSON.parse(JSON.stringify(stored)))).toEqual(stored)
  })

  test('a newer format is refused and says which', () => {
    const newer = { ...toStored(sampleDocument()), format: currentFormat + 1 }
    expect(() => migrate(newer)).toThrowError(
      expect.objectContaining({
        code: 'storage.newer',
        detail: { format: currentFormat + 1, supported: currentFormat },
      }) as Error,
    )
  })

  test.each([
    ['null', null],
    ['a list', []],
    ['a document without a format', { id: 'p' }],
    ['a format that is no whole number', { ...toStored(sampleDocument()), format: 1.5 }],
    ['a document without its scheme', { ...toStored(sampleDocument()), scheme: null }],
    ['a document without its tables', { ...toStored(sampleDocument()), tables: {} }],
  ])('%s is damaged, not opened', (_, stored) => {
    expect(() => migrate(stored)).toThrowError(
      expect.objectContaining({ code: 'storage.damaged' }) as Error,
    )
  })

  test('a scoring of a later version is refused by its name', () => {
    const stored = toStored(sampleDocument())
    const criteria = [{ ...stored.scheme.criteria[0], scoring: { id: 'spline', knots: [] } }]
    expect(() => migrate({ ...stored, keptScheme: { ...stored.scheme, criteria } })).toThrowError(
      expect.objectContaining({
        code: 'storage.damaged',
        detail: { parts: ['unknown scoring spline'] },
      }) as Error,
    )
  })

  test.each([
    [{ tiering: { id: 'spiral' } }, 'unknown tiering spiral'],
    [{ aggregation: { id: 'choquet' } }, 'unknown aggregation choquet'],
    [{ rules: [{ conditions: [], effect: { id: 'swap' } }] }, 'unknown rule swap'],
    [
      { rules: [{ conditions: [{ id: 'like' }], effect: { id: 'veto' } }] },
      'unknown condition like',
    ],
  ])('%j of a later version is refused by its name', (set, part) => {
    const stored = toStored(sampleDocument())
    const keptScheme = { ...stored.scheme, ...set }
    expect(() => migrate({ ...stored, keptScheme })).toThrowError(
      expect.objectContaining({ code: 'storage.damaged', detail: { parts: [part] } }) as Error,
    )
  })

  test('steps are walked one after the other from the format that was found', () => {
    const steps = [1, 2, 3].map((from) => ({
      from,
      step: (stored: Readonly<Record<string, unknown>>) => ({
        ...stored,
        format: from + 1,
        path: `${String(stored['path'])}${from}`,
      }),
    }))
    expect(walk({ format: 2, path: '' }, steps, 4)).toEqual({ format: 4, path: '23' })
  })
})
