import type { ColumnFilter, SheetQuery, SheetSort } from '../engine/views.ts'

export const sortsOf = ({ sort, thenBy = [] }: SheetQuery): readonly SheetSort[] =>
  sort === null ? thenBy : [sort, ...thenBy]

export function withSorts(query: SheetQuery, sorts: readonly SheetSort[]): SheetQuery {
  const [sort = null, ...thenBy] = sorts
  return { ...asNow(query), sort, thenBy }
}

/** The same of the cells as they are now, whatever number it was asked by. */
export function asNow({ asked: _, ...query }: SheetQuery): SheetQuery {
  return query
}

/** `add`: the column comes last among those sorted, or changes its direction where it is one of them. */
export function withSort(
  query: SheetQuery,
  column: string,
  direction: 'ascending' | 'descending' | null,
  add: boolean,
): SheetQuery {
  const own = direction === null ? [] : [{ column, descending: direction === 'descending' }]
  const before = sortsOf(query)
  const known = before.some((sort) => sort.column === column)
  const sorts = !add
    ? own
    : known
      ? before.flatMap((one) => (one.column === column ? own : [one]))
      : [...before, ...own]
  return withSorts(query, sorts)
}

export function filterOf(query: SheetQuery, column: string): ColumnFilter | null {
  return query.columns?.find((filter) => filter.column === column) ?? null
}

/** A column has one filter at most; null takes it away. */
export function withColumnFilter(
  query: SheetQuery,
  column: string,
  filter: ColumnFilter | null,
): SheetQuery {
  const before = query.columns ?? []
  const known = before.some((one) => one.column === column)
  const own = filter === null ? [] : [filter]
  const columns = known
    ? before.flatMap((one) => (one.column === column ? own : [one]))
    : [...before, ...own]
  return { ...asNow(query), columns }
}

export const isFiltered = ({ filters, columns = [] }: SheetQuery): boolean =>
  filters.length > 0 || columns.length > 0

/** Whether there is an order, or rows, that editing could make another. */
export const isArranged = (query: SheetQuery): boolean =>
  isFiltered(query) || sortsOf(query).length > 0 || query.search.trim() !== ''

export const isSortedBy = (query: SheetQuery, column: string): boolean =>
  sortsOf(query).some((sort) => sort.column === column)
