import type { Issue } from '../core/issue.ts'
import type { Job } from '../core/job.ts'
import type { Column, ColumnId } from '../table/column.ts'
import type { RecordKind } from '../table/kind.ts'
import type { Table, TableId } from '../table/table.ts'
import type { FigureId, ModelId } from './figureIds.ts'
import type { Label } from './labels.ts'
import type { Need } from './needs.ts'
import type { Purchases } from './records/purchases.ts'

/** One column of all customers, by their row ids; NaN or code 0 = missing. */
export type Figure = NumberFigure | DateFigure | CategoryFigure

export interface NumberFigure {
  readonly id: FigureId
  readonly reading: 'number' | 'money' | 'percent' | 'rating' // shares as fractions
  readonly unit: string | null
  readonly values: Float64Array
}
export interface DateFigure {
  readonly id: FigureId
  readonly reading: 'date'
  readonly unit: null
  readonly values: Float64Array // days since 1970-01-01
}
export interface CategoryFigure {
  readonly id: FigureId
  readonly reading: 'category'
  readonly unit: null
  readonly codes: Uint32Array
  readonly labels: readonly Label[] // of the codes from 1 on
}

export interface LinkedRecords {
  readonly table: Table
  readonly whose: Int32Array // row id of the customer per row id of the records; −1 = nobody's
}

/** What columns of the customers' own list measure, for lists that bring such figures along. */
export type OwnMeasure =
  | 'lastPurchase' // a date, or days since then
  | 'orderCount'
  | 'frequency' // purchases a year
  | 'totalSpend'
  | 'spendPerOrder'
  | 'recommendation'
  | 'satisfaction'

/** All that models look at. What happened after `asOf` is not known yet. */
export interface ModelInput {
  readonly customers: Table
  readonly asOf: number // day since 1970-01-01
  readonly records: Readonly<Partial<Record<RecordKind, LinkedRecords>>>
  readonly own: Readonly<Partial<Record<OwnMeasure, ColumnId>>>
  /** Orders that count, made once for all models; null = there is no table of orders. */
  purchases(job: Job): Promise<Purchases | null>
}

export interface ModelRun<Facts = unknown> {
  readonly figures: readonly Figure[]
  /** What its page shows: sums and bins, never a number per customer. Plain data. */
  readonly facts: Facts
  /** Limits and diagnosis of this run, in words of `i18n`. */
  readonly notes: readonly Issue[]
}

/**
 * What history says of customers: one way to turn records into columns. One folder or file a model, one line in `index.ts`,
 * its ids in `figureIds.ts`, its words in `i18n`, its assumptions and sources in `README.md`.
 */
export interface Model<Settings extends object = object, Facts = unknown> {
  readonly id: ModelId
  /** What is set for that model holds for this one too. */
  readonly below?: ModelId
  /** Of its figures, those that customers get unless somebody decides otherwise. */
  readonly usual: readonly FigureId[]
  readonly fields: readonly ModelField[]
  /** Plain data; null = found from the data at each run. What is stored may lack a field: it is put over these. */
  defaults(): Settings
  /** Whether it runs unless it was switched: records that it reads are there. */
  usuallyOn(input: ModelInput): boolean
  /** What it lacks; empty = it can run. */
  needs(input: ModelInput, settings: Settings): readonly Need[]
  /** Columns of the customers' own list that it reads with these settings. */
  reads(input: ModelInput, settings: Settings): readonly Column[]
  run(input: ModelInput, settings: Settings, job: Job): Promise<ModelRun<Facts>>
}

/** One field of a model's form; its words are in `i18n` under `<model>.<name>`. */
export type ModelField =
  | {
      readonly kind: 'number'
      readonly name: string
      readonly unit: 'days' | 'months' | 'years' | 'percent' | 'times' | 'count' // percent: stored as fraction
      readonly auto: boolean // may be left empty: found from the data and shown
      readonly least: number
      readonly most: number
    }
  | { readonly kind: 'choice'; readonly name: string; readonly options: readonly string[] }
  | { readonly kind: 'switch'; readonly name: string }
  | { readonly kind: 'column'; readonly name: string; readonly table: TableId } // null = as found
  | { readonly kind: 'own'; readonly name: string } // has an editor of its own

/** What the user decided about a model; absent parts are as usual. Stored. */
export interface ModelChoice {
  readonly on?: boolean
  readonly columns?: readonly FigureId[] // instead of the usual ones
  readonly settings?: object // over the defaults
}
export type ModelChoices = { readonly [Id in ModelId]?: ModelChoice }
