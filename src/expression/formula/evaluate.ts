import type { Formula } from './formula.ts'
import { formulaParts } from './functions/index.ts'
import type { FormulaPart } from './part.ts'
import { causeOf } from './why.ts'
import {
  errorCode,
  type Scalar,
  sameNumber,
  sameText,
  sameTruth,
  scalarAt,
  stepOf,
  type Texts,
  type Vector,
  VectorWriter,
} from './vectors.ts'

/** The rows of a chunk, and how a column's cells there become a vector. */
export interface Chunk {
  readonly count: number
  readonly column: (id: string) => Vector
}

/** A formula made ready for one chunk of rows after the other. What it works out per word is kept between them. */
export function evaluator(formula: Formula, asOf: number): (chunk: Chunk) => Vector {
  const known = new Map<Formula, Mapped>()
  const run = (one: Formula, chunk: Chunk): Vector => {
    switch (one.kind) {
      case 'number':
        return sameNumber(one.value)
      case 'text':
        return sameText(one.value)
      case 'boolean':
        return sameTruth(one.value)
      case 'column':
        return chunk.column(one.column)
      case 'call': {
        const part = formulaParts.get(one.name)
        const of = one.of.map((each) => run(each, chunk))
        const facts = { count: chunk.count, type: one.type, asOf }
        return part.all?.(of, facts) ?? eachOf(part, of, one, chunk.count, known)
      }
    }
  }
  return (chunk) => run(formula, chunk)
}

function counted(count: number): Uint32Array {
  const codes = new Uint32Array(count)
  for (let code = 0; code < count; code++) codes[code] = code
  return codes
}

interface Mapped {
  readonly words: Texts['words']
  readonly others: readonly unknown[]
  readonly vector: Vector // a value per word
}

/** A part that is told by the values of one row: once per word where one column of few words differs, else per row. */
function eachOf(
  part: FormulaPart,
  of: readonly Vector[],
  formula: Formula,
  count: number,
  known: Map<Formula, Mapped>,
): Vector {
  const varying = of.filter(({ step }) => step === 1)
  const [only] = varying
  if (varying.length !== 1 || only?.kind !== 'texts' || only.words.length * 2 > count || only.why)
    return perRow(part, of, formula, stepOf(of) === 0 ? 1 : count)
  const others = of.flatMap((one) => (one === only ? [] : [scalarAt(one, 0)]))
  const before = known.get(formula)
  const isKnown =
    before?.words === only.words && others.every((value, at) => value === before.others[at])
  const codes = counted(only.words.length)
  const words: Texts = { ...only, codes }
  const vector = isKnown
    ? before.vector
    : perRow(
        part,
        of.map((one) => (one === only ? words : one)),
        formula,
        codes.length,
      )
  if (!isKnown) known.set(formula, { words: only.words, others, vector })
  return spread(vector, only.codes)
}

function perRow(
  part: FormulaPart,
  of: readonly Vector[],
  { type }: Formula,
  count: number,
): Vector {
  const one = part.one as ((...values: unknown[]) => Scalar) | undefined
  if (!one) throw new Error(`${part.id} has no value of one row`)
  const writer = new VectorWriter(type, count, stepOf(of))
  const own = errorCode[part.fails ?? '#NUM!']
  const call = calling(one, of)
  for (let i = 0; i < count; i++) {
    const cause = causeOf(of, i)
    if (cause !== null) {
      writer.none(i, cause)
      continue
    }
    const value = call(i)
    if (value === null || (typeof value === 'number' && !Number.isFinite(value)))
      writer.none(i, own)
    else writer.set(i, value)
  }
  return writer.finish()
}

/** Without an array of arguments in each row. */
function calling(one: (...values: unknown[]) => Scalar, of: readonly Vector[]) {
  const [a, b, c] = of
  if (a && !b) return (i: number) => one(scalarAt(a, i))
  if (a && b && !c) return (i: number) => one(scalarAt(a, i), scalarAt(b, i))
  return (i: number) => one(...of.map((vector) => scalarAt(vector, i)))
}

/** Values per word as values per row. */
function spread(per: Vector, codes: Uint32Array): Vector {
  const count = codes.length
  let why: Uint8Array | null = null
  if (per.why) {
    why = new Uint8Array(count)
    for (let i = 0; i < count; i++) why[i] = per.why[codes[i] ?? 0] ?? 0
  }
  switch (per.kind) {
    case 'texts':
      return { ...per, codes, why, step: 1 }
    case 'numbers': {
      const values = new Float64Array(count)
      for (let i = 0; i < count; i++) values[i] = per.values[codes[i] ?? 0] ?? NaN
      return { kind: 'numbers', values, why, step: 1 }
    }
    case 'truths': {
      const values = new Uint8Array(count)
      for (let i = 0; i < count; i++) values[i] = per.values[codes[i] ?? 0] ?? 2
      return { kind: 'truths', values, why, step: 1 }
    }
  }
}
