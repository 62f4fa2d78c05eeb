import type { Change } from '../project/change.ts'
import { customersId, type Document } from '../project/document.ts'
import { rulesOf } from '../scheme/rules/index.ts'
import type { Scheme } from '../scheme/scheme.ts'
import type { Column, ColumnId } from '../table/column.ts'
import { columnById } from '../table/table.ts'
import type { SheetQuery } from './views.ts'

/** What edits of cells may have changed for whoever sorts and filters customers. */
export interface Reach {
  readonly columns: ReadonlySet<ColumnId> // with other cells than before
  readonly made: ReadonlySet<ColumnId> // that came or went
  readonly isGraded: boolean // scores, tiers
  readonly isLookedAt: boolean // what is found wrong with the list
}

/** null = they are more than edits of cells: there are other rows, another scheme, other tables. */
export function reachOf(changes: readonly Change[], before: Document): Reach | null {
  const customers = before.tables[customersId]
  const columns = new Set<ColumnId>()
  const made = new Set<ColumnId>()
  let isGraded = false
  let isLookedAt = false
  for (const change of changes) {
    switch (change.kind) {
      case 'setTable':
      case 'setScheme':
      case 'setModel':
        return null
      case 'setOverrides':
        isGraded = true
        break
      case 'setName':
      case 'setKeptScheme':
      case 'setLayout':
        break
      default: {
        if (change.table !== customersId) break // what customers get from records comes as columns of theirs
        switch (change.kind) {
          case 'appendRows':
          case 'dropLastRows':
          case 'setOrder':
          case 'setMerges':
            return null
          case 'setCells':
            columns.add(change.column)
            break
          case 'setColumn': {
            isLookedAt = true // by what its columns mean, too
            const own = customers && columnById(customers, change.id)
            if (!own || !change.column) made.add(change.id)
            else if (!hasSameCells(own, change.column)) columns.add(change.id)
            break
          }
          case 'setKey':
            isGraded = true
            break
          case 'setDistinct':
            isLookedAt = true
            break
          case 'setEdited':
            break
        }
      }
    }
  }
  const read = columnsRead(before.scheme)
  isGraded ||= [...columns].some((id) => read.has(id) || id === customers?.key)
  isLookedAt ||= isGraded || columns.size > 0
  return { columns, made, isGraded, isLookedAt }
}

/** Whether the query may now have other rows, or another order. */
export function isReached(query: SheetQuery, reach: Reach): boolean {
  return (
    columnsOf(query).some((id) => (id.startsWith('$') ? reach.isGraded : reach.columns.has(id))) ||
    query.filters.some((id) =>
      id === 'check' || id.startsWith('finding:') ? reach.isLookedAt : reach.isGraded,
    ) ||
    (query.search.trim() !== '' && reach.columns.size + reach.made.size > 0)
  )
}

/** Whether the query reads a column that is no longer there, or was not. */
export const isUnmade = (query: SheetQuery, { made }: Reach): boolean =>
  columnsOf(query).some((id) => made.has(id))

const columnsOf = ({ sort, thenBy = [], columns = [] }: SheetQuery): readonly string[] =>
  [...(sort ? [sort] : []), ...thenBy, ...columns].map(({ column }) => column)

const heading: ReadonlySet<string> = new Set(['name', 'group', 'role', 'unit', 'revision'])

/** Renamed, or placed elsewhere. */
function hasSameCells(before: Column, after: Column): boolean {
  const [own, other] = [new Map(Object.entries(before)), new Map(Object.entries(after))]
  return [...own.keys(), ...other.keys()].every(
    (key) => heading.has(key) || own.get(key) === other.get(key),
  )
}

/** Columns that a customer's score or tier may depend on. */
function columnsRead(scheme: Scheme): ReadonlySet<ColumnId> {
  const { tiering } = scheme
  const axes = tiering.id === 'matrix' ? tiering.axes : []
  const read = [
    ...scheme.criteria.filter(({ enabled }) => enabled).map(({ column }) => column),
    ...rulesOf(scheme).flatMap(({ conditions }) => conditions.map(({ column }) => column)),
    ...axes.flatMap((axis) => (axis.of === 'column' ? [axis.column] : [])),
    scheme.within,
    scheme.valueColumn,
    tiering.id === 'valueShare' ? tiering.column : null,
  ]
  return new Set(read.filter((id) => id != null))
}
