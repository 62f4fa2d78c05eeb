import type { Steps } from '../core/steps.ts'
import type { RowId } from '../table/column.ts'
import type { Table } from '../table/table.ts'
import { Disjoint } from './disjoint.ts'
import { isNear } from './nearNames.ts'
import { type NameRelation, type Relation, sameCustomer } from './sameCustomer.ts'
import { rowsByCode } from './rowsByCode.ts'
import type { Texts } from './texts.ts'

/** Why two rows are taken for one customer; a group holds one or more. */
const sameness = ['key', 'phone', 'email', 'name', 'firm', 'near'] as const
export type Sameness = (typeof sameness)[number]

/** Groups of rows that are one customer, columnar; certain ones first, then in sheet order. */
export interface Duplicates {
  readonly rows: Uint32Array // group after group, in sheet order within
  readonly starts: Uint32Array // groups + 1 places in `rows`
  readonly certain: Uint8Array // per group: 1 = held together by sure pairs alone
  readonly reasons: Uint8Array // per group: bits of `sameness`
}

/** Texts of a form per row; code 0 = none. */
export interface KnownForms {
  readonly keys: Texts
  readonly phones: Texts
  readonly emails: Texts
  readonly names: Texts
  readonly firms: Texts
}

const crowd = 20 // rows of one name or number, beyond which not every pair is looked at
const leastMeasures = 3
const pairsAtOnce = 8192 // between two pauses

/** Collects pairs into groups. */
export class Pairing {
  readonly #table: Table
  readonly #of: KnownForms
  readonly #isFirm: (row: RowId) => boolean
  readonly #regions: readonly Uint32Array[]
  readonly #measures: readonly Float64Array[]
  readonly #likely: Disjoint
  readonly #sure: Disjoint
  readonly #reasons: Uint8Array

  constructor(table: Table, of: KnownForms, isFirm: (row: RowId) => boolean) {
    this.#table = table
    this.#of = of
    this.#isFirm = isFirm
    this.#regions = table.columns.flatMap((column) =>
      column.type === 'category' && column.role === 'group' ? [column.codes] : [],
    )
    this.#measures = table.columns.flatMap((column) =>
      column.role === 'measure' && (column.type === 'number' || column.type === 'date')
        ? [column.values]
        : [],
    )
    this.#likely = new Disjoint(table.rowCount)
    this.#sure = new Disjoint(table.rowCount)
    this.#reasons = new Uint8Array(table.rowCount)
  }

  /** Every pair that shares a form. Of a crowd only those that share the name too, where that says something. */
  *within(forms: Texts): Steps<void> {
    let looked = 0
    const { firms } = this.#of
    for (const rows of rowsByCode(this.#table.order, forms.codes, forms.words.length)) {
      if (rows.length <= crowd) this.#each(rows)
      else if (forms !== firms)
        for (const same of rowsByCode(rows, firms.codes, firms.words.length)) this.#chain(same)
      looked += Math.min(rows.length, crowd) ** 2
      if (looked < pairsAtOnce) continue
      looked = 0
      yield
    }
  }

  /** Pairs of codes of `firms`. */
  *near(pairs: readonly (readonly [number, number])[]): Steps<void> {
    if (pairs.length === 0) return
    const rows = new Map(pairs.flat().map((code): [number, RowId[]] => [code, []]))
    for (const row of this.#table.order) {
      const own = rows.get(this.#of.firms.codes[row] as number)
      if (own && own.length < crowd) own.push(row)
    }
    yield
    for (const [one, other] of pairs)
      for (const a of rows.get(one) ?? []) for (const b of rows.get(other) ?? []) this.#pair(a, b)
  }

  #each(rows: Uint32Array): void {
    for (let i = 0; i < rows.length; i++)
      for (let j = i + 1; j < rows.length; j++) this.#pair(rows[i] as RowId, rows[j] as RowId)
  }

  #chain(rows: Uint32Array): void {
    for (let i = 1; i < rows.length; i++) this.#pair(rows[i - 1] as RowId, rows[i] as RowId)
  }

  #pair(a: RowId, b: RowId): void {
    const { keys, phones, emails } = this.#of
    const key = relation(keys, a, b)
    const phone = relation(phones, a, b)
    const email = relation(emails, a, b)
    const name = this.#nameRelation(a, b)
    const groups = this.#groupRelation(a, b)
    const measures = this.#measureRelation(a, b)
    const areFirms = this.#isFirm(a) && this.#isFirm(b)
    const found = sameCustomer({ name, key, phone, email, groups, measures, areFirms })
    if (found === null) return
    this.#likely.join(a, b)
    if (found === 'certain') this.#sure.join(a, b)
    const why =
      bit('key', key > 0) | bit('phone', phone > 0) | bit('email', email > 0) | nameBit(name)
    this.#reasons[a] = (this.#reasons[a] as number) | why
    this.#reasons[b] = (this.#reasons[b] as number) | why
  }

  #nameRelation(a: RowId, b: RowId): NameRelation {
    const { names, firms } = this.#of
    const same = relation(names, a, b)
    if (same === 0) return 'unknown'
    if (same > 0) return 'name'
    if (relation(firms, a, b) > 0) return 'firm'
    const { codes, words } = firms
    const [one, other] = [words[codes[a] as number], words[codes[b] as number]] as [string, string]
    return isNear(one, other) ? 'near' : 'none'
  }

  #groupRelation(a: RowId, b: RowId): Relation {
    let same: Relation = 0
    for (const codes of this.#regions) {
      if (codes[a] === 0 || codes[b] === 0) continue
      if (codes[a] !== codes[b]) return -1
      same = 1
    }
    return same
  }

  #measureRelation(a: RowId, b: RowId): Relation {
    let same = 0
    for (const values of this.#measures) {
      const one = values[a] as number
      const other = values[b] as number
      if (Number.isNaN(one) || Number.isNaN(other)) continue
      if (one !== other) return -1
      same++
    }
    return same >= leastMeasures ? 1 : 0
  }

  groups(): Duplicates {
    const groups = new Map<number, RowId[]>()
    for (const row of this.#table.order) {
      if (!this.#likely.isJoined(row)) continue
      const root = this.#likely.root(row)
      const group = groups.get(root)
      if (group) group.push(row)
      else groups.set(root, [row])
    }
    const all = [...groups.values()].map((rows) => {
      const roots = rows.map((row) => this.#sure.root(row))
      const reasons = rows.reduce((bits, row) => bits | (this.#reasons[row] as number), 0)
      return { rows, reasons, sure: roots.every((root) => root === roots[0]) }
    })
    const sorted = [...all.filter(({ sure }) => sure), ...all.filter(({ sure }) => !sure)]
    const starts = new Uint32Array(sorted.length + 1)
    sorted.forEach(({ rows }, at) => (starts[at + 1] = (starts[at] as number) + rows.length))
    return {
      rows: Uint32Array.from(sorted.flatMap(({ rows }) => rows)),
      starts,
      certain: Uint8Array.from(sorted, ({ sure }) => Number(sure)),
      reasons: Uint8Array.from(sorted, ({ reasons }) => reasons),
    }
  }
}

function relation({ codes }: Texts, a: RowId, b: RowId): Relation {
  const one = codes[a] as number
  const other = codes[b] as number
  return one === 0 || other === 0 ? 0 : one === other ? 1 : -1
}

const bit = (reason: Sameness, on: boolean) => (on ? 1 << sameness.indexOf(reason) : 0)

const nameBit = (name: NameRelation) =>
  name === 'none' || name === 'unknown' ? 0 : bit(name, true)

/** The names of a group's bits. */
export function reasonsOf(bits: number): readonly Sameness[] {
  return sameness.filter((_, at) => bits & (1 << at))
}
