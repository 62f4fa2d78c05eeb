import { AppError } from '../core/error.ts'
import type { Issue } from '../core/issue.ts'
import type { Job } from '../core/job.ts'
import { finish, finishInTurns } from '../core/steps.ts'
import { grade, type GradeOptions } from '../grading/grade.ts'
import { referenceId } from '../grading/reference.ts'
import type { GradeResult } from '../grading/result.ts'
import { copied, createScratch, type Scratch } from '../grading/scratch.ts'
import { valueBelowYear } from '../grading/sanity.ts'
import type { Kernels } from '../math/kernels/kernel.ts'
import { UtilityCache } from '../grading/utilityCache.ts'
import { warm } from '../grading/warm.ts'
import { applyAll } from '../project/apply.ts'
import type { Change } from '../project/change.ts'
import type { Command } from '../project/command.ts'
import { planByHand } from '../project/commands/index.ts'
import { stepOf } from '../project/commands/layout.ts'
import { customersId, type Document } from '../project/document.ts'
import * as history from '../project/history.ts'
import { outcomeOf, type Outcome } from '../project/outcome.ts'
import { differencesOf } from '../scheme/difference.ts'
import { movedWeight } from '../scheme/movedWeight.ts'
import { tierings } from '../scheme/tiering/index.ts'
import type { RowIndex, Table } from '../table/table.ts'
import { HeldOrders } from './heldOrders.ts'
import { keepLast } from './once.ts'

/** What is kept from one step of a drag to the next. */
type Step = Pick<GradeOptions, 'heldCutoffs' | 'heldWithin' | 'moving'>

/** A step that was done, undone or redone. */
type Taken = Pick<history.Step, 'kind' | 'changes'>

/** What the session tells of each change: the edit log takes `changes`; `merge` names the drag they are a step of. */
export type ChangeListener = (changes: readonly Change[], merge: string | null) => void

/**
 * The open document with its history and its grades. After every change the result is that of the document:
 * apply, grade what it touched, tell.
 */
export class Session {
  #document: Document
  #result: GradeResult
  #history: history.History
  #revision = 1
  #gradeMs = 0
  #grades = 0
  /** The result is that of a step of a drag: a preview, or with the cut-offs of before. */
  #isStep = false
  #isDragging = false
  #isHeld = false
  readonly #utilities: UtilityCache
  readonly #changed: ChangeListener
  /** The arrays of the present result, which the next grade overwrites: a drag leaves no litter. */
  readonly #scratch = createScratch()
  #orders = new Map<string, RowIndex>()
  /** Those that outlive edits of cells. */
  readonly held = new HeldOrders()
  /** Numbers of ID cards are shown whole: for this visit, never stored. */
  uncovered = false
  /** Widths of the sheet's columns, so that they do not jump while cells are edited. */
  readonly widths = new Map<string, number>()

  constructor(document: Document, changed: ChangeListener, utilities = new UtilityCache()) {
    this.#document = document
    this.#changed = changed
    this.#utilities = utilities
    this.#history = history.emptyHistory()
    this.#result = this.#grade()
  }

  get document(): Document {
    return this.#document
  }
  get table(): Table {
    return customersOf(this.#document)
  }
  /** The tiers of the last review; null = none were taken. */
  get reference(): Table | null {
    return this.#document.tables[referenceId] ?? null
  }
  /** Good until the next change: work that goes on meanwhile takes `heldResult`. */
  get result(): GradeResult {
    return this.#result
  }
  /** The same for good, in arrays that later grades do not write into; never a step of a drag. */
  get heldResult(): GradeResult {
    if (this.#isStep) this.#result = this.#grade()
    if (!this.#isHeld) this.#result = copied(this.#result)
    this.#isHeld = true
    return this.#result
  }
  get revision(): number {
    return this.#revision
  }
  /** The same number, the same contents: what was undone has that of before. */
  get contents(): number {
    return this.#history.contents
  }
  /** Row orders by query, another map after each change. A running drag keeps it: rows do not jump under the hand. */
  get orders(): Map<string, RowIndex> {
    return this.#orders
  }
  /** How often this was graded: where it stands still, nothing of the grade is another. */
  get grades(): number {
    return this.#grades
  }
  /** Time of the last regrade in ms, the grading alone. */
  get gradeMs(): number {
    return this.#gradeMs
  }
  /** Which kernels grade this table. */
  get kernels(): Kernels['id'] {
    return this.#scratch.room.kernels.id
  }
  get undoKind(): string | null {
    return this.#history.done.at(-1)?.kind ?? null
  }
  get redoKind(): string | null {
    return this.#history.undone.at(-1)?.kind ?? null
  }

  run(command: Command): void {
    const merge = ('merge' in command ? command.merge : undefined) ?? null
    this.change(stepOf(command), planByHand(this.#document, command), merge)
  }

  /** One undo step from changes that no command made, such as an import. */
  change(
    kind: string,
    changes: readonly Change[],
    merge: string | null = null,
    { before, next, ...step }: Outcome = finish(outcomeOf(this.#document, changes)), // prepared
  ): void {
    if (before !== this.#document) throw new Error('prepared for another document')
    if (changes.length === 0) return
    this.#history = history.record(this.#history, { kind, ...step }, merge)
    this.#take(next, { kind, ...step }, isLayout(changes) ? null : merge) // a burst of widths is no drag of a weight
  }

  /** Changes that nobody makes now, and that undo does not take back. */
  adopt(changes: readonly Change[]): void {
    this.#take(applyAll(this.#document, changes).next, { kind: 'adopt', changes }, null)
  }

  /** What changes are going to lead to, in turns with other work: `change` then only takes it. Throws `job.cancelled`. */
  async prepare(changes: readonly Change[], job: Job): Promise<Outcome> {
    const outcome = await finishInTurns(outcomeOf(this.#document, changes), job)
    await warmDocument(this.#utilities, outcome.next, job)
    return outcome
  }

  /** The kind of what was undone; null = nothing to undo. */
  undo(): string | null {
    return this.#step(history.undo(this.#history, this.#document))
  }

  redo(): string | null {
    return this.#step(history.redo(this.#history, this.#document))
  }

  /** The same in turns with other work, where nothing else changes the document. Throws `job.cancelled`. */
  async stepInTurns(to: 'undo' | 'redo', job: Job): Promise<string | null> {
    const before = this.#document
    const steps = to === 'undo' ? history.undoing : history.redoing
    const stepped = await finishInTurns(steps(this.#history, before), job)
    if (stepped) await warmDocument(this.#utilities, stepped.document, job)
    if (this.#document !== before) throw new Error('something came between')
    return this.#step(stepped)
  }

  /** A drag has ended: the next step stands by itself and rows are sorted anew. */
  settle(): void {
    if (this.#isDragging) this.held.clear()
    this.#isDragging = false
    this.#history = history.settle(this.#history)
    if (this.#isStep) this.#result = this.#grade()
    this.#orders = new Map()
    this.#revision++
  }

  /** Grades under the kept scheme; null where the scheme is as kept. */
  get kept(): GradeResult | null {
    const { scheme, keptScheme, overrides } = this.#document
    if (differencesOf(keptScheme, scheme).length === 0) return null
    return this.#gradeKept(this.table, keptScheme, overrides, this.reference)
  }

  /** The grade under another scheme, in arrays of its own or in `scratch`, which the next with it overwrites. */
  gradeOf(scheme: Document['scheme'], scratch?: Scratch): GradeResult {
    const { overrides } = this.#document
    const options = { overrides, reference: this.reference }
    return grade(this.table, scheme, options, this.#utilities, scratch)
  }

  /** Facts about the customers that neither file nor scheme alone could tell. */
  get sanity(): readonly Issue[] {
    const used = this.#document.scheme.criteria.map(({ column }) => column).join(' ')
    return this.#sanity(this.table, used)
  }

  /** Has arrays of its own, since it stands beside the present result. */
  readonly #gradeKept = keepLast(
    (
      table: Table,
      scheme: Document['scheme'],
      overrides: Document['overrides'],
      reference: Table | null,
    ) => grade(table, scheme, { overrides, reference }, this.#utilities),
  )
  /** Depends on which columns are criteria, not on their weights: a drag does not ask anew. */
  readonly #sanity = keepLast<[Table, string], readonly Issue[]>((table) => {
    const below = valueBelowYear(table, this.#document.scheme)
    return below === null ? [] : [below]
  })

  #step(stepped: history.Stepped | null): string | null {
    if (stepped === null) return null
    this.#history = stepped.history
    this.#take(stepped.document, stepped, null)
    return stepped.kind
  }

  #take(next: Document, { kind, changes }: Taken, merge: string | null): void {
    const before = this.#document
    this.#document = next
    this.#revision++
    this.#isDragging = merge !== null
    if (
      next.scheme !== before.scheme ||
      next.overrides !== before.overrides ||
      next.tables[referenceId] !== before.tables[referenceId] ||
      customersOf(next) !== customersOf(before)
    )
      this.#result = merge === null ? this.#grade() : this.#grade(this.#stepFrom(before.scheme))
    if (merge === null) {
      if (!isLayout(changes)) this.#orders = new Map()
      if (kind === 'import') this.held.clear()
      else this.held.follow(changes, before, this.contents)
    }
    this.#changed(changes, merge)
  }

  #grade(step: Step = {}): GradeResult {
    const start = performance.now()
    const { scheme, overrides } = this.#document
    const options = { ...step, overrides, reference: this.reference }
    const result = grade(this.table, scheme, options, this.#utilities, this.#scratch)
    this.#isStep = (step.heldCutoffs ?? step.moving ?? null) !== null
    this.#isHeld = false
    this.#grades++
    this.#gradeMs = performance.now() - start
    return result
  }

  #stepFrom(before: Document['scheme']): Step {
    const moving = movedWeight(before, this.#document.scheme)
    const heldCutoffs = this.#cutoffsToKeep(before)
    return { heldCutoffs, heldWithin: heldCutoffs && this.#result.within, moving }
  }

  /** The present cut-offs, where the method is too dear to draw them anew at each step of a drag. */
  #cutoffsToKeep(before: Document['scheme']): Float64Array | null {
    const { tiering } = this.#document.scheme
    const keeps = before.tiering.id === tiering.id && !tierings.get(tiering.id).live
    return keeps ? this.#result.cutoffs : null
  }
}

/** Rows stay where they are, and there is no drag whose end is told: a burst of widths ends with the next step. */
const isLayout = (changes: readonly Change[]): boolean =>
  changes.every(({ kind }) => kind === 'setLayout')

/** Computes what grades of this document are made of, yielding. */
export function warmDocument(cache: UtilityCache, document: Document, job: Job): Promise<void> {
  const { scheme, keptScheme } = document
  const schemes = keptScheme === scheme ? [scheme] : [scheme, keptScheme]
  return warm(cache, customersOf(document), schemes, job)
}

export function customersOf(document: Document): Table {
  const table = document.tables[customersId]
  if (!table) throw new AppError('storage.damaged', { what: customersId })
  return table
}
