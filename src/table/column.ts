import type { Period } from './parse/period.ts'

export type ColumnId = string
/** Position in the columns; permanent. Inserting appends, deleting drops from the table's `order`. */
export type RowId = number
export type ColumnType = 'number' | 'date' | 'boolean' | 'category' | 'text'

/** How the text of a cell is read and its value is written. The list of readings is `table/parse/index.ts`. */
export type ReadingId =
  | 'number'
  | 'money'
  | 'percent'
  | 'discount'
  | 'frequency'
  | 'rating'
  | 'date'
  | 'boolean'
  | 'category'
  | 'tier'
  | 'text'
  | 'phone'
  | 'code'
  | 'identity'
  | 'tags'

/** What the column is to us: who the customer is, what is measured, what stands beside. */
export type ColumnRole =
  | 'key' // customer number: joins tables, names overrides
  | 'name'
  | 'phone'
  | 'email'
  | 'group' // region, industry, owner: to compare by
  | 'measure' // can be a criterion
  | 'calculated' // by a model: can be a criterion where it is asked for, no template takes it
  | 'tier' // a tier given before; kept for comparison, never an input
  | 'note'
  | 'referrer' // the customer who brought this one: a number, phone or name
  | 'other'
  | RecordRole

/**
 * Roles of tables of things that happened; `key`, `name`, `phone` and `email` there name the customer they belong to.
 */
export type RecordRole =
  | 'record' // own number of what happened: order, ticket, answer sheet; rows that share it are one
  | 'when'
  | 'amount' // of this row; rows of one order are summed
  | 'total' // of the whole order: counts once, however many rows repeat it or leave it blank
  | 'quantity'
  | 'price' // of one piece: with the quantity it gives the amount where there is none
  | 'refund' // of the whole order
  | 'discount' // what was taken off: the amount is what remained
  | 'cost'
  | 'profit'
  | 'status'
  | 'cancelled' // when it was taken back; filled = it does not count
  | 'closed' // when it was done with
  | 'item'
  | 'category' // of the item
  | 'channel' // shop, platform; of engagements: by phone, on site
  | 'answer' // NPS, satisfaction

/** Those that one column of a table has at most. */
export const singleRecordRoles = [
  'record',
  'when',
  'amount',
  'total',
  'quantity',
  'price',
  'refund',
  'discount',
  'cost',
  'profit',
  'status',
  'cancelled',
  'closed',
  'category',
  'channel',
] as const satisfies readonly RecordRole[]

/** What is to be said about one cell. Stored as its position in this list. */
export const marks = [
  'plain',
  'error', // could not be read: value is missing, the original text is kept
  'approximate', // 约500元
  'range', // 500-1000元: the middle
  'assumed', // read by the column's majority rule
  'masked', // 138****1234
  'digitsLost', // 1.38E+10 without its full value
  'coarse', // 2024年3月: less exact than the column
] as const
export type Mark = (typeof marks)[number]
export const markCode = Object.fromEntries(marks.map((mark, code) => [mark, code])) as Record<
  Mark,
  number
>

/** The text as written, for cells whose value does not say it (每月一次, 约500元, 3万左右). Code 0 = none. */
export interface Originals {
  readonly codes: Uint32Array // one per row
  readonly dictionary: readonly string[] // dictionary[0] = ''
}

/**
 * How the cells of one column are read where a text alone leaves it open: found by `infer.ts` or decided by the user, and
 * kept, so that what is typed later is read alike; and how they are written. Plain data; what is absent is as
 * `defaultContext` has it.
 */
export interface ColumnRules {
  readonly dateOrder?: 'dmy' | 'mdy'
  readonly dateOrderSure?: false
  readonly decimal?: ','
  readonly percentColumn?: { readonly bare: 'fraction' | 'whole'; readonly sure: boolean }
  readonly per?: Period | null // the usual rate
  readonly counter?: string | null // the usual counting word
  readonly yearly?: true // 500元/月 is 6,000 a year
  readonly missing?: readonly string[] // all texts that mean "empty", instead of the usual ones
  readonly words?: WordValues
  readonly tiers?: readonly string[] // the column's own tier names, best first
  readonly rounded?: true // calculated: its texts have the digits that mean something, its values all of theirs
}

/** What words are worth in a column of numbers: 偶尔 → 2 times a year; null = nothing, an empty cell. */
export type WordValues = readonly (readonly [string, number | null])[]

interface ColumnBase {
  readonly id: ColumnId
  readonly name: string // the header, cleaned
  readonly group: string | null // the header above it, e.g. 分级指标
  readonly role: ColumnRole
  readonly reading: ReadingId
  /** Currency code (CNY, USD) for money, '1/year' for frequency, scale top ('5', '10', '100') for rating; else null. */
  readonly unit: string | null
  readonly rules?: ColumnRules
  /** What the cells are worked out by, other columns as `[id]`; takes no typing. Absent = not calculated. */
  readonly formula?: string
  /** Rises with each change of this column's cells; caches compare it. */
  readonly revision: number
  readonly originals: Originals | null
  readonly marks: Uint8Array | null // one mark code per row; null = all plain
}

export interface NumberColumn extends ColumnBase {
  readonly type: 'number'
  readonly values: Float64Array // NaN = missing
}
export interface DateColumn extends ColumnBase {
  readonly type: 'date'
  readonly values: Float64Array // whole days since 1970-01-01, no time zone; NaN = missing
}
export interface BooleanColumn extends ColumnBase {
  readonly type: 'boolean'
  readonly values: Uint8Array // 0 false, 1 true, 2 missing
}
export interface CategoryColumn extends ColumnBase {
  readonly type: 'category'
  readonly codes: Uint32Array // 0 = missing
  readonly dictionary: readonly string[] // dictionary[0] = ''
}
export interface TextColumn extends ColumnBase {
  readonly type: 'text'
  readonly starts: Uint32Array // rowCount + 1 offsets into bytes
  readonly bytes: Uint8Array // UTF-8
  /** Cells changed since the bytes were written; they win. An empty text = missing. */
  readonly changed: ReadonlyMap<RowId, string>
}
export type Column = NumberColumn | DateColumn | BooleanColumn | CategoryColumn | TextColumn

/** The cells of a column without what it is called and means. */
export type ColumnData = DataOf<Column>
type DataOf<C extends Column> = C extends unknown
  ? Omit<C, Exclude<keyof ColumnBase, 'originals' | 'marks'>>
  : never

/** One cell taken out of, or put into, a column: enough to give it back exactly. */
export interface Cell {
  readonly value: number | boolean | string | null // null = missing; dates as day numbers
  readonly original: string | null
  readonly mark: Mark
}
