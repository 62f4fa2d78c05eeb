const totalKinds = ['sum', 'mean', 'count', 'min', 'max', 'distinct', 'none'] as const
export type TotalKind = (typeof totalKinds)[number]

type ByColumn<T> = readonly (readonly [string, T])[] // each column once

/** Columns of the sheet as somebody left them. Ids of sheet columns: those of the table, and of the result (`$score`). */
export interface SheetLayout {
  readonly order: readonly string[] // empty = as the sheet has them
  readonly hidden: readonly string[]
  readonly shown: readonly string[] // of those that are out of sight unless asked for
  /** The last column that stands still; null = none does, absent = the one that says whose row it is. */
  readonly frozen?: string | null
  readonly widths: ByColumn<number> // px at compact density, where that is not as the texts ask for
  readonly groups: ByColumn<string> // own headers above columns
  readonly totals: ByColumn<TotalKind> // what columns come to, where that is not as usual
  readonly isTotalled: boolean // the row of totals is on show
}

export const asGiven: SheetLayout = {
  order: [],
  hidden: [],
  shown: [],
  widths: [],
  groups: [],
  totals: [],
  isTotalled: false,
}

const widestColumn = 4000 // px
const narrowestColumn = 16
const mostEntries = 2000 // of a list: four times as many as a table has columns
const longest = 200 // letters of an id or a header

/** What can be read of it; the rest is as given. No layout is worth refusing a project for. */
export function readLayout(value: unknown): SheetLayout {
  const given = isRecord(value) ? value : {}
  const { frozen } = given
  return {
    order: ids(given.order),
    hidden: ids(given.hidden),
    shown: ids(given.shown),
    ...(frozen === null || isText(frozen) ? { frozen } : {}),
    widths: pairs(given.widths, isWidth),
    groups: pairs(given.groups, isText),
    totals: pairs(given.totals, isTotalKind),
    isTotalled: given.isTotalled === true,
  }
}

function ids(value: unknown): readonly string[] {
  return [...new Set(entries(value).filter(isText))]
}

function pairs<T>(value: unknown, isRight: (value: unknown) => value is T): ByColumn<T> {
  const isPair = (pair: unknown): pair is [string, T] =>
    Array.isArray(pair) && pair.length === 2 && isText(pair[0]) && isRight(pair[1])
  return [...new Map(entries(value).filter(isPair))]
}

const entries = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? value.slice(0, mostEntries) : []

const isRecord = (value: unknown): value is Partial<Record<keyof SheetLayout, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const isText = (value: unknown): value is string =>
  typeof value === 'string' && value !== '' && value.length <= longest

const isWidth = (value: unknown): value is number =>
  Number.isInteger(value) && Number(value) >= narrowestColumn && Number(value) <= widestColumn

const isTotalKind = (value: unknown): value is TotalKind =>
  totalKinds.some((kind) => kind === value)
