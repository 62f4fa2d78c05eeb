import type { WireError } from '../core/error.ts'
import type { Progress } from '../core/job.ts'
import type { ExportedFile, ExporterId, ExportEstimate, ExportOptions } from '../export/exporter.ts'
import type { Language } from '../i18n/language.ts'
import type { ImportChoices, ImportPlan, ImportSource } from '../import/plan.ts'
import type { Command } from '../project/command.ts'
import type { ProjectEntry, ProjectId } from '../project/document.ts'
import type { RecordKind } from '../table/kind.ts'
import type { CallOptions } from './caller.ts'
import type { ComparedCell, Held } from './comparedCells.ts'
import type { ImportComparison } from './comparing.ts'
import type { ImportLink } from './importLink.ts'
import type { RecordManner } from './takingRecords.ts'
import type { ReferenceChoice, ReferencePreview } from './reference/loading.ts'
import type { UpdateChoices } from './updatingTable.ts'
import type {
  Catalogue,
  SheetCopied,
  SheetCopy,
  SheetQuery,
  SheetRows,
  SheetWrite,
  ViewName,
  Views,
} from './views.ts'

/** Everything the page can ask of the engine. Requests, replies, handlers and client are mapped from this one interface. */
export interface Calls {
  catalogue(args: null): Catalogue
  // projects
  listProjects(args: null): readonly ProjectEntry[]
  /** `damaged`: names of columns that lost cells in the storage; `#edits`, `#<table>` for the log or a table. */
  openProject(args: { id: ProjectId }): { damaged: readonly string[] }
  closeProject(args: null): void
  createProject(args: { name: string; language?: Language }): ProjectId // an empty sheet with name, measure and note columns; opened
  /** `name`: of the new project; else the sample's file name. `language`: of the words put into the new project. */
  openSample(args: { id: string; name?: string; language?: Language }): ProjectId
  renameProject(args: { id: ProjectId; name: string }): void
  duplicateProject(args: { id: ProjectId; name: string }): ProjectId
  deleteProject(args: { id: ProjectId }): void // kept aside until `forgetDeleted`, so that it can be taken back
  restoreProject(args: { id: ProjectId }): void
  // import: plan, look, change, run
  /** `replace`: columns that the open project has are read as they are there. */
  planImport(args: { source: ImportSource; choices: ImportChoices; into?: 'new' | 'replace' }): {
    session: string
    plan: ImportPlan
  }
  /** One more file of the same list, below the others: the plan of all of them. Refused files change nothing. */
  addSource(args: { session: string; source: ImportSource }): ImportPlan
  /** `at`: place among the files in the order in which they were given; the first names the columns of `choices`. */
  dropSource(args: { session: string; at: number; choices: ImportChoices }): ImportPlan
  /** The first of some planned imports whose header and kind are this one's; null = none is. */
  alikeImport(args: { session: string; among: readonly string[] }): string | null
  changePlan(args: { session: string; choices: ImportChoices }): ImportPlan
  /** The planned list beside the open project's. `held`: see `UpdateChoices`; absent = notes and tags. */
  compareImport(args: { session: string } & Partial<Held>): ImportComparison
  /** All cells that accepting would change, by pages. */
  comparedCells(args: { session: string; from: number; to: number } & Partial<Held>): {
    readonly total: number
    readonly cells: readonly ComparedCell[]
  }
  /**
   * Planned records beside customers: of a planned `list`, else of the open project, else made of the records. `update`: the
   * project's customers stay beside those of the list.
   */
  linkImport(args: { session: string; list: string | null; update?: boolean }): ImportLink
  /**
   * Opens the project; `replace` is one undo step of the open one. Of each kind of table one: a list of customers, orders …
   * `with`: the other tables of the same import.
   */
  runImport(args: {
    session: string
    with?: readonly string[]
    name: string
    into: 'new' | 'replace'
    update?: UpdateChoices // only with `replace`; absent = all customers are exchanged
    records?: RecordManner // only with `replace`; absent = added to those that are there, nothing twice
    language?: Language // of the tier labels of a new scheme; zh where absent
  }): ProjectId
  discardImport(args: { session: string }): void
  // the document
  /** `cut`: texts of a pasted block that lie beyond the last column and were left out (`cutCells`). */
  run(args: { command: Command }): { revision: number; cut?: number }
  /** Writes into the sheet as a query shows it; one undo step. `isOther`: something became another. */
  write(args: SheetWrite): { revision: number; isOther: boolean }
  /**
   * How a browser kept the columns of the open project before that was part of projects; read as it comes. No undo step.
   * `taken`: false = the project has a layout of its own. Throws `project.missing` where another one is open.
   */
  adoptLayout(args: { id: ProjectId; layout: unknown }): { revision: number; taken: boolean }
  /** Deletes or copies whole rows of the sheet as a query shows it; one undo step. `count`: of the rows meant. */
  writeRows(args: SheetRows): { revision: number; count: number }
  /** Replaces a text in blocks of the sheet; one undo step. `count`: of the cells that are others now. */
  replace(args: Views['replacements']['args']): { revision: number; count: number }
  /** Cells for the clipboard, of any number of rows. Edits go on meanwhile: what is copied stood there when it was asked for. */
  copyCells(args: SheetCopy): SheetCopied
  undo(args: null): { revision: number; kind: string | null }
  redo(args: null): { revision: number; kind: string | null }
  /** A drag or burst has ended: next steps begin a new undo step, rows are sorted anew, the result is recomputed in canonical order. */
  settle(args: null): { revision: number }
  view<K extends ViewName>(args: { name: K; args: Views[K]['args'] }): Views[K]['out']
  /** Numbers of ID cards in the open project are covered, or shown for this visit. */
  cover(args: { on: boolean }): { revision: number }
  // tables of records; each one undo step
  /** New customers from records that name somebody who is not on the list. */
  adoptRecords(args: { kind: RecordKind }): { count: number; revision: number }
  removeRecords(args: { kind: RecordKind }): { revision: number } // and what customers had from it
  changeKind(args: { kind: RecordKind; to: RecordKind }): { revision: number } // `to`: of no table yet
  // the tiers of the last review, each one undo step
  /** Of a planned import, or (null) of a column of the list. `choice`: null = as it seems. */
  previewReference(args: {
    session: string | null
    choice: ReferenceChoice | null
  }): ReferencePreview
  /** Ends the session. */
  loadReference(args: { session: string | null; choice: ReferenceChoice }): { revision: number }
  settleReview(args: null): { revision: number } // this review's settled tiers are the next one's reference
  removeReference(args: null): { revision: number }
  // out
  exportFile(args: ExportRequest): ExportedFile
  estimateExport(args: ExportRequest): ExportEstimate
  saveNow(args: null): void
}
export type CallName = keyof Calls

export interface ExportRequest {
  readonly exporter: ExporterId
  readonly language: 'zh' | 'en'
  readonly fileName: string
  readonly rows: 'all' | 'view' // view: as filtered and sorted by `query`
  readonly query: SheetQuery | null
  readonly options: ExportOptions
}
export type { ExportedFile, ExportEstimate, ExportOptions }

export type SaveState = 'clean' | 'dirty' | 'saving' | 'saved' | 'failed'

/** Messages on the port. Ids match a reply to its request. */
export type ToEngine =
  | { readonly id: number; readonly call: CallName; readonly args: unknown }
  | { readonly cancel: number }
export type FromEngine =
  | { readonly id: number; readonly ok: true; readonly value: unknown }
  | { readonly id: number; readonly ok: false; readonly error: WireError }
  | { readonly id: number; readonly progress: Progress }
  | { readonly event: EngineEvent }

/** Pushed without being asked. */
export type EngineEvent =
  | { readonly kind: 'changed'; readonly revision: number } // ask again for the views on show
  | { readonly kind: 'saveState'; readonly state: SaveState; readonly error: WireError | null }
  | { readonly kind: 'projects' } // the list changed
  | { readonly kind: 'superseded' } // a newer version of the app has taken the storage: reload

/** What a page needs of an engine, wherever it runs. */
export interface EngineClient {
  call<K extends CallName>(
    name: K,
    args: Parameters<Calls[K]>[0],
    options?: CallOptions,
  ): Promise<Awaited<ReturnType<Calls[K]>>>
  /** `call('view', …)` with the view's own types. */
  view<K extends ViewName>(
    name: K,
    args: Views[K]['args'],
    options?: CallOptions,
  ): Promise<Views[K]['out']>
  on(listener: (event: EngineEvent) => void): () => void
}
