import type { Formula, FormulaType } from '../formula.ts'
import type { Argument, FormulaPart, Refusal } from '../part.ts'
import { picked } from '../picked.ts'
import { isNone, stepOf, type Truths, type Vector, whyAt } from '../vectors.ts'

const condition: Argument = { id: 'condition', type: 'boolean' }
const value: Argument = { id: 'value', type: 'any' }
const then: Argument = { id: 'then', type: 'any' }
const otherwise: Argument = { id: 'otherwise', type: 'any' }

/** All values of a choice are of one type. */
function oneType(values: readonly (readonly [Formula, number])[]): FormulaType | Refusal {
  const [first, ...rest] = values
  const left = first?.[0].type ?? 'number'
  const other = rest.find(([{ type }]) => type !== left)
  if (!other) return left
  return { code: 'formula.branches', argument: other[1], detail: { left, right: other[0].type } }
}

const choice: FormulaPart = {
  id: 'IF',
  kind: 'logic',
  needs: 'first',
  signature: { first: [condition, then], optional: [otherwise] },
  type: (of) => oneType(of.slice(1).map((each, at) => [each, at + 1])),
  lacks: (of) => of.length < 3 || of.some(Boolean),
  all(of, facts) {
    const [test, yes, no] = of as readonly [Truths, Vector, Vector?]
    return picked([yes, no ?? null], facts, stepOf(of), (i) => {
      const truth = test.values[test.step * i]
      if (truth === 2) return -1 - whyAt(test, i)
      return truth === 1 ? 0 : 1
    })
  },
  excel: ({ of: [test, yes, no] }) => `IF(${test},${yes},${no ?? 'NA()'})`,
  sql: ({ of: [test, yes, no], lacks }) => {
    if (no === undefined) return `CASE WHEN ${test} THEN ${yes} END`
    const rest = lacks[0] ? `WHEN NOT ${test} THEN ${no}` : `ELSE ${no}`
    return `CASE WHEN ${test} THEN ${yes} ${rest} END`
  },
  repeats: true,
}

/** The value of the first condition that holds; one that is unknown before it leaves no value. */
const choices: FormulaPart = {
  id: 'IFS',
  kind: 'logic',
  needs: 'first',
  signature: { first: [], repeated: [condition, then] },
  type: (of) => oneType(of.flatMap((each, at) => (at % 2 === 1 ? [[each, at] as const] : []))),
  lacks: () => true,
  all(of, facts) {
    const tests = of.filter((_, at) => at % 2 === 0) as Truths[]
    const values = of.filter((_, at) => at % 2 === 1)
    return picked(values, facts, stepOf(of), (i) => {
      for (const [at, test] of tests.entries()) {
        const truth = test.values[test.step * i]
        if (truth === 2) return -1 - whyAt(test, i)
        if (truth === 1) return at
      }
      return -1
    })
  },
  excel({ of }) {
    let printed = 'NA()'
    for (let at = of.length - 2; at >= 0; at -= 2)
      printed = `IF(${of[at]},${of[at + 1]},${printed})`
    return printed
  },
  sql({ of, lacks }) {
    const whens = of.flatMap((test, at) => {
      if (at % 2 === 1) return []
      const unknown = lacks[at] ? [`WHEN (${test}) IS NULL THEN NULL`] : []
      return [...unknown, `WHEN ${test} THEN ${of[at + 1]}`]
    })
    return `CASE ${whens.join(' ')} END`
  },
  repeats: true,
}

/** What decides alone decides even where others are unknown: 0 for AND, 1 for OR. */
function joined(id: 'AND' | 'OR'): FormulaPart {
  const decides = Number(id === 'OR')
  const word = id === 'OR' ? 'TRUE()' : 'FALSE()'
  return {
    id,
    kind: 'logic',
    needs: 'none',
    signature: { first: [], repeated: [condition] },
    type: 'boolean',
    all(of, { count }) {
      const truths = of as readonly Truths[]
      const step = stepOf(of)
      const values = new Uint8Array(step === 0 ? 1 : count)
      let why: Uint8Array | null = null
      for (let i = 0; i < values.length; i++) {
        let result = 1 - decides
        for (const { values: each, step: s } of truths) {
          const truth = each[s * i] ?? 2
          if (truth === decides) {
            result = decides
            break
          }
          if (truth === 2) result = 2
        }
        values[i] = result
        const lacking = result === 2 ? of.find((each) => isNone(each, i)) : undefined
        const code = lacking ? whyAt(lacking, i) : 0
        if (code !== 0) (why ??= new Uint8Array(values.length))[i] = code
      }
      return { kind: 'truths', values, why, step }
    },
    excel({ of, lacks }) {
      const plain = `${id}(${of.join(',')})`
      if (!lacks.some(Boolean) || of.length === 1) return plain
      const sure = of.map((each, at) => {
        const decided = id === 'OR' ? each : `NOT(${each})`
        return lacks[at] ? `IFERROR(${decided},FALSE())` : decided
      })
      return `IF(OR(${sure.join(',')}),${word},${plain})`
    },
    sql: ({ of }) => `(${of.join(` ${id} `)})`,
  }
}

const not: FormulaPart = {
  id: 'NOT',
  kind: 'logic',
  signature: { first: [condition] },
  type: 'boolean',
  one: (a: boolean) => !a,
  excel: ({ of: [a] }) => `NOT(${a})`,
  sql: ({ of: [a] }) => `(NOT ${a})`,
}

const orElse: FormulaPart = {
  id: 'IFERROR',
  kind: 'logic',
  needs: 'none',
  signature: { first: [value, otherwise] },
  type: (of) => oneType(of.map((each, at) => [each, at])),
  lacks: ([a = true, b = true]) => a && b,
  all(of, facts) {
    const [first] = of as readonly [Vector, Vector]
    return picked(of, facts, stepOf(of), (i) => (isNone(first, i) ? 1 : 0))
  },
  excel: ({ of: [a, b] }) => `IFERROR(${a},${b})`,
  sql: ({ of: [a, b] }) => `COALESCE(${a}, ${b})`,
}

/** Whether there is nothing: an empty cell, or one that no value could be made of. */
const blank: FormulaPart = {
  id: 'ISBLANK',
  kind: 'logic',
  needs: 'none',
  signature: { first: [value] },
  type: 'boolean',
  lacks: () => false,
  all(of, { count }) {
    const [first] = of as readonly [Vector]
    const values = new Uint8Array(first.step === 0 ? 1 : count)
    const isEmpty =
      first.kind === 'texts' ? first.words.map((word) => word === null || word === '') : []
    for (let i = 0; i < values.length; i++)
      values[i] = Number(
        first.kind === 'texts' ? isEmpty[first.codes[first.step * i] ?? 0] : isNone(first, i),
      )
    return { kind: 'truths', values, why: null, step: first.step }
  },
  excel: ({ of: [a], formulas, lacks }) => {
    if (formulas[0]?.type !== 'text') return `ISERROR(${a})`
    return lacks[0] ? `(IFERROR(${a},"")="")` : `(${a}="")`
  },
  sql: ({ of: [a], formulas }) =>
    formulas[0]?.type === 'text' ? `(COALESCE(${a}, '') = '')` : `(${a} IS NULL)`,
}

export const logic: readonly FormulaPart[] = [
  choice,
  choices,
  joined('AND'),
  joined('OR'),
  not,
  orElse,
  blank,
]
