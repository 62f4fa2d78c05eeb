import type { Issue } from '../core/issue.ts'
import type { Job } from '../core/job.ts'
import type { SqlDialect } from '../expression/sqlDialect.ts'
import type { GradeResult } from '../grading/result.ts'
import type { Words } from '../i18n/translate.ts'
import type { ModelId } from '../models/figureIds.ts'
import type { Document } from '../project/document.ts'
import type { RowId } from '../table/column.ts'

export type ExporterId = 'workbook' | 'csv' | 'sql'

export interface ExportOptions {
  readonly details: boolean // a column of points per criterion
  readonly maskPhones: boolean
  readonly maskIdentities: boolean // numbers of ID cards
  readonly guardFormulas: boolean // CSV: a quote before texts that a spreadsheet would run
  readonly keepCodes?: boolean // CSV: a tab behind texts that Excel would change into other numbers
  readonly leaveOutHidden?: boolean // CSV: without the columns that are hidden in the sheet; absent = they go along
  readonly sqlDialect?: SqlDialect // absent = the first
  readonly sqlTable?: string // the list's table in the database; absent = `customers`
}

/** A model whose columns stand among the customers'. */
export interface ModelAbout {
  readonly id: ModelId
  readonly settings: string // in words
  readonly notes: readonly Issue[] // limits and diagnosis of its run
}

/** What an exporter is given. `rows` are row ids in the order wanted. */
export interface ExportInput {
  readonly document: Document
  readonly result: GradeResult
  readonly rows: ArrayLike<RowId>
  /** Every living customer is in `rows`: then auto parameters, ranks and quotas may stay live in the file. */
  readonly whole: boolean
  readonly words: Words
  readonly models: readonly ModelAbout[]
  readonly fileName: string
  readonly options: ExportOptions
}

export interface ExportedFile {
  readonly name: string
  readonly type: string // MIME
  readonly parts: readonly Uint8Array<ArrayBuffer>[] // joined by the page into one Blob
  readonly rows: number
  readonly formulas: number
  readonly guarded: number // cells that got the quote
  readonly cut: number // texts over 32,767 characters, cut with a mark
}

export interface ExportEstimate {
  readonly rows: number
  readonly bytes: number // rough
  readonly formulas: number
  readonly fixedCriteria: readonly string[] // names of criteria written as values (by rank, over 2,000 rows)
  readonly phones: number // customers with a phone number in the file
  readonly hidden: number // columns of the file's kind that are hidden in the sheet
}

/** One kind of file. Writes from the document and its result alone; never touches either. */
export interface Exporter {
  readonly id: ExporterId
  readonly extension: string
  estimate(input: ExportInput): ExportEstimate
  write(input: ExportInput, job: Job): Promise<ExportedFile>
}
