import type { Job } from '../core/job.ts'
import type { ReadingId } from '../table/column.ts'
import type { RecordKind } from '../table/kind.ts'
import type { Table } from '../table/table.ts'

/** Columns that customers get from records. The ids are theirs in every project: schemes refer to them. */
export const figureIds = [
  'orders.count',
  'orders.amount',
  'orders.first',
  'orders.last',
  'interactions.count',
  'interactions.last',
  'service.count',
  'service.complaints',
  'service.last',
  'survey.nps',
  'survey.csat',
  'survey.last',
] as const
export type FigureId = (typeof figureIds)[number]

/** One figure of all customers. */
export interface Figure {
  readonly id: FigureId
  readonly reading: Extract<ReadingId, 'number' | 'money' | 'date' | 'rating'>
  readonly unit: string | null
  /** By row id of the customers; NaN = missing. Dates in days since 1970-01-01. */
  readonly values: Float64Array
}

/** What records of one kind say of customers. One file a kind, one line in `index.ts`. */
export interface RecordModel {
  readonly id: RecordKind
  /**
   * `whose`: row id of the customer per row id of the records, −1 = nobody's; `count`: rows of the customers. Figures for
   * which the records have no column are left out.
   */
  figures(records: Table, whose: Int32Array, count: number, job: Job): Promise<readonly Figure[]>
}
