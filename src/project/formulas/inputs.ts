import type { Chunk } from '../../expression/formula/evaluate.ts'
import { errorCode, type CellError, type Vector } from '../../expression/formula/vectors.ts'
import { originalAt, textAt } from '../../table/cell.ts'
import { type Column, markCode, type RowId } from '../../table/column.ts'
import { eachText } from '../../table/eachText.ts'
import { columnById, type Table } from '../../table/table.ts'

/** Rows one after another, or any that are named. */
export type Rows = { readonly from: number; readonly to: number } | readonly RowId[]

/** A table's rows as formulas read them. */
export function chunkOf(table: Table, rows: Rows): Chunk {
  const known = new Map<string, Vector>()
  return {
    count: countOf(rows),
    column(id) {
      const before = known.get(id)
      if (before) return before
      const column = columnById(table, id)
      if (!column) throw new Error(`a formula reads ${id}, which is not there`)
      const vector = vectorOf(column, rows)
      known.set(id, vector)
      return vector
    },
  }
}

export const countOf = (rows: Rows): number => ('from' in rows ? rows.to - rows.from : rows.length)

function vectorOf(column: Column, rows: Rows): Vector {
  const base = { why: causes(column, rows), step: 1 } as const
  switch (column.type) {
    case 'number':
    case 'date':
      return { kind: 'numbers', values: taken(column.values, rows), ...base }
    case 'boolean':
      return { kind: 'truths', values: taken(column.values, rows), ...base }
    case 'category':
      return {
        kind: 'texts',
        codes: taken(column.codes, rows),
        words: column.dictionary,
        why: null,
        step: 1,
      }
    case 'text': {
      const words: string[] = []
      if ('from' in rows) eachText(column, (text) => words.push(text), rows.from, rows.to)
      else for (const row of rows) words.push(textAt(column, row))
      const codes = new Uint32Array(words.length)
      for (let at = 0; at < codes.length; at++) codes[at] = at
      return { kind: 'texts', codes, words, why: null, step: 1 }
    }
  }
}

function taken<A extends Float64Array | Uint32Array | Uint8Array>(values: A, rows: Rows): A {
  if ('from' in rows) return values.subarray(rows.from, rows.to) as A
  const picked = values.slice(0, rows.length) as A
  for (const [at, row] of rows.entries()) picked[at] = values[row] ?? 0
  return picked
}

/** Why cells have no value: of a calculated column what they say, else that they could not be read. */
function causes(column: Column, rows: Rows): Uint8Array | null {
  const { marks } = column
  if (marks === null) return null
  const count = countOf(rows)
  let why: Uint8Array | null = null
  for (let at = 0; at < count; at++) {
    const row = 'from' in rows ? rows.from + at : (rows[at] ?? 0)
    if (marks[row] !== markCode.error) continue
    const code = errorCode[originalAt(column, row) as CellError] ?? errorCode['#VALUE!']
    ;(why ??= new Uint8Array(count))[at] = code
  }
  return why
}
