import type { Cells, RawCell } from '../../table/raw.ts'
import { matchForm } from '../../table/parse/normalise.ts'
import { meaningOf } from '../../table/roles.ts'
import type { Header } from '../layout/headers.ts'
import type { RawSheet } from '../importer.ts'
import type { SheetLayout } from '../layout/layout.ts'
import type { Part, Parts } from './parts.ts'

/** Several parts as one sheet below one another. Its rows are those of all parts, titles and totals among them. */
export interface Joined {
  readonly sheet: RawSheet
  readonly layout: SheetLayout // headers of all parts; the rows of data alone
  readonly parts: readonly JoinedPart[]
  readonly sourceColumn: number | null // place of the column that says from which part a row is
  /** Columns that some parts lack, where they are empty. */
  readonly gaps: readonly { readonly part: string; readonly columns: readonly string[] }[]
}
export interface JoinedPart {
  readonly part: Part
  readonly from: number // its first row in the joined sheet
  readonly rows: Uint32Array // its rows of data, in the joined sheet
}

/**
 * Columns are joined by name, in whatever order a part has them; a second 备注 joins the second one. `sourceColumn`: name
 * of a column at the end that says from which part a row is.
 */
export function join(parts: Parts, sourceColumn: string | null): Joined {
  const starts: number[] = []
  let rowCount = 0
  for (const { sheet } of parts.all) {
    starts.push(rowCount)
    rowCount += sheet.rowCount
  }
  const width = parts.lead.sheet.columns.length
  const headers = new Map<string, Header>()
  const pieces = new Map<number, (Cells | null)[]>() // by column, then by part
  for (const part of [parts.lead, ...parts.all.filter((one) => one !== parts.lead)]) {
    const place = parts.all.indexOf(part)
    for (const [name, header] of named(part.layout.headers)) {
      const known = headers.get(name) ?? aliasIn(headers, part.layout.headers, header)
      const index = known?.index ?? (part === parts.lead ? header.index : width + extras(headers))
      if (!known) headers.set(name, { ...header, index })
      const column = pieces.get(index) ?? new Array<Cells | null>(parts.all.length).fill(null)
      column[place] = part.sheet.columns[header.index] ?? null
      pieces.set(index, column)
    }
  }
  const find = finder(starts)
  const columns: Cells[] = []
  for (const [index, column] of pieces) columns[index] = joinedCells(column, starts, rowCount, find)
  const all = [...headers.values()].sort((a, b) => a.index - b.index)
  if (sourceColumn !== null) {
    const index = Math.max(width, columns.length)
    columns[index] = {
      length: rowCount,
      at: (row) => parts.all[find(row)]?.name ?? null,
    }
    all.push({ index, name: sourceColumn, group: null, groupWords: [] })
  }
  const joined = parts.all.map((part, place): JoinedPart => {
    const from = starts[place] ?? 0
    return { part, from, rows: part.layout.rows.map((row) => row + from) }
  })
  const sheet: RawSheet = {
    name: parts.lead.sheet.name,
    hidden: false,
    hiddenRows: 0,
    rowCount,
    columns: Array.from(columns, (column) => column ?? []),
    widths: null,
    merges: [],
    issues: [],
  }
  const layout: SheetLayout = {
    layout: parts.lead.layout.layout,
    headers: all,
    rows: concatenated(joined.map(({ rows }) => rows)),
    notes: [],
  }
  const last = all[all.length - 1]
  return {
    sheet,
    layout,
    parts: joined,
    sourceColumn: sourceColumn === null ? null : (last?.index ?? null),
    gaps: gapsOf(parts, all, pieces),
  }

  function extras(known: ReadonlyMap<string, Header>): number {
    let count = 0
    for (const { index } of known.values()) if (index >= width) count++
    return count
  }
}

/** By name and, among equal names, number; columns without a name by their place. */
function named(headers: readonly Header[]): [string, Header][] {
  const times = new Map<string, number>()
  return headers.map((header) => {
    const form = header.name === '' ? `\u0001${header.index}` : matchForm(header.name)
    const time = times.get(form) ?? 0
    times.set(form, time + 1)
    return [`${form}\u0002${time}`, header]
  })
}

const single = ['key', 'name', 'phone'] as const

/** 客户编号 in one part, 编号 in the other: the only column that names a customer in this way. */
function aliasIn(
  known: ReadonlyMap<string, Header>,
  own: readonly Header[],
  header: Header,
): Header | undefined {
  const { role } = meaningOf(header.name)
  if (!single.some((one) => one === role)) return undefined
  const such = (headers: Iterable<Header>) =>
    [...headers].filter(({ name }) => meaningOf(name).role === role)
  const theirs = such(known.values())
  return such(own).length === 1 && theirs.length === 1 ? theirs[0] : undefined
}

/** The part that a row is in. Rows are mostly asked for one after the other. */
function finder(starts: readonly number[]): (row: number) => number {
  let part = 0
  return (row) => {
    if (row < (starts[part] ?? 0)) part = 0
    while (part + 1 < starts.length && row >= (starts[part + 1] ?? 0)) part++
    return part
  }
}

function joinedCells(
  pieces: readonly (Cells | null)[],
  starts: readonly number[],
  length: number,
  find: (row: number) => number,
): Cells {
  return {
    length,
    at(row): RawCell | undefined {
      const part = find(row)
      return pieces[part]?.at(row - (starts[part] ?? 0))
    },
  }
}

function concatenated(all: readonly Uint32Array[]): Uint32Array {
  const joined = new Uint32Array(all.reduce((sum, one) => sum + one.length, 0))
  let at = 0
  for (const one of all) {
    joined.set(one, at)
    at += one.length
  }
  return joined
}

function gapsOf(
  parts: Parts,
  headers: readonly Header[],
  pieces: ReadonlyMap<number, readonly (Cells | null)[]>,
): Joined['gaps'] {
  return parts.all.flatMap(({ name }, place) => {
    const absent = headers.filter(({ index }) => pieces.has(index) && !pieces.get(index)?.[place])
    const columns = absent.map((header) => header.name).filter((column) => column !== '')
    return columns.length > 0 ? [{ part: name, columns }] : []
  })
}
