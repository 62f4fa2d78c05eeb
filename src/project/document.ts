import type { Overrides } from '../grading/result.ts'
import type { ModelChoices } from '../models/model.ts'
import type { Scheme } from '../scheme/scheme.ts'
import type { Table, TableId } from '../table/table.ts'
import type { SheetLayout } from './layout.ts'

export type ProjectId = string

/** What is open, saved, undone and shared. Replaced, never changed in place. */
export interface Document {
  readonly format: 1
  readonly id: ProjectId
  readonly name: string
  readonly createdAt: string // ISO instant
  readonly source: string | null // file or sample that it began with
  readonly tables: Readonly<Record<TableId, Table>>
  readonly scheme: Scheme
  /** The scheme as last kept with 保存方案: what 还原 gives back and the ▲▼ compare with. */
  readonly keptScheme: Scheme
  readonly overrides: Overrides
  /** What was decided about models; absent = nothing. */
  readonly models?: ModelChoices
  /** How the columns of the sheet stand; absent = as given. */
  readonly layout?: SheetLayout
}

export const customersId = 'customers'

/** A row of the project list: enough to draw it without opening the project. */
export interface ProjectEntry {
  readonly id: ProjectId
  readonly name: string
  readonly rowCount: number
  readonly bytes: number
  readonly tiers: readonly { readonly name: string; readonly count: number }[]
  readonly createdAt: string
  readonly changedAt: string
}
