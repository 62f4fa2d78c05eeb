import { reference } from '../../expression/expression.ts'
import type { Scoring } from '../scheme.ts'
import { orderOfWords } from './wordOrder.ts'
import { clamp01 } from './clamp01.ts'
import { codesOf } from './input.ts'
import type { CodeScoring } from './scoring.ts'

type Lookup = Extract<Scoring, { id: 'lookup' }>

/** Most categories that a new criterion lists; the rest get `other`. */
const listed = 50

/** Utility given per category; `other` for the rest. */
export const lookup: CodeScoring<Lookup> = {
  id: 'lookup',
  reads: 'codes',
  types: ['category', 'boolean', 'text'],
  directed: false,
  fields: [
    { kind: 'list', name: 'points', key: 'category', y: 'utility' },
    { kind: 'number', name: 'other', of: 'utility', auto: false },
  ],

  /** Even steps where the words have a known order (A B C, 高 中 低, false true), else the middle for all. */
  defaults({ column, table, direction }) {
    const { codes, dictionary } = codesOf(column, table) ?? {
      codes: new Uint32Array(0),
      dictionary: [''],
    }
    const met = mostFrequent(codes, dictionary.length).map((code) => dictionary[code] ?? '')
    const best = orderOfWords(met)
    const last = met.length - 1
    const points = (best ?? met).map((category, at) => {
      const u = best === null || last === 0 ? 0.5 : 1 - at / last
      return { category, utility: direction === 'higher' ? u : 1 - u }
    })
    return { id: 'lookup', points, other: best === null ? 0.5 : 0 }
  },

  evaluate(scoring, { codes, dictionary }) {
    const given = utilityByCategory(scoring)
    const byCode = Float64Array.from(dictionary, (category, code) =>
      code === 0 ? NaN : (given.get(category) ?? clamp01(scoring.other)),
    )
    const utilities = new Float64Array(codes.length)
    for (let row = 0; row < codes.length; row++)
      utilities[row] = byCode[codes[row] as number] as number
    return { values: utilities, parameters: new Float64Array(0) }
  },

  utilityOf(scoring, category) {
    if (category === '') return NaN
    return utilityByCategory(scoring).get(category) ?? clamp01(scoring.other)
  },

  reach(scoring, needed) {
    const enough = [...utilityByCategory(scoring)].filter(([, utility]) => utility >= needed)
    enough.sort(([, a], [, b]) => a - b)
    return enough[0]?.[0] ?? null
  },

  workbook(scoring) {
    const other = {
      kind: 'cell',
      name: 'other',
      value: clamp01(scoring.other),
      formula: null,
    } as const
    const given = [...utilityByCategory(scoring)]
    if (given.length === 0) return { parameters: [other], utility: reference('other') }
    return {
      parameters: [
        { kind: 'range', name: 'category', values: given.map(([category]) => category) },
        { kind: 'range', name: 'utility', values: given.map(([, utility]) => utility) },
        other,
      ],
      utility: {
        kind: 'match',
        x: reference('x'),
        keys: 'category',
        values: 'utility',
        other: reference('other'),
      },
    }
  },
}

/** The codes that most rows have, most frequent first, of equals the lower one; without objects for a million others. */
function mostFrequent(codes: Uint32Array, count: number): readonly number[] {
  const counts = new Uint32Array(count)
  for (const code of codes) counts[code] = (counts[code] as number) + 1
  const met: number[] = []
  for (let code = 1; code < count; code++) {
    const own = counts[code] as number
    if (own === 0 || (met.length === listed && own <= (counts[met.at(-1) ?? 0] as number))) continue
    const behind = met.findIndex((other) => (counts[other] as number) < own)
    met.splice(behind < 0 ? met.length : behind, 0, code)
    if (met.length > listed) met.pop()
  }
  return met
}

/** The first entry of a category counts. */
function utilityByCategory(scoring: Lookup): ReadonlyMap<string, number> {
  const given = new Map<string, number>()
  for (const { category, utility } of scoring.points) {
    if (category !== '' && !given.has(category)) given.set(category, clamp01(utility))
  }
  return given
}
