import type { Job } from '../core/job.ts'
import { finish, finishInTurns } from '../core/steps.ts'
import type { GradeResult } from '../grading/result.ts'
import { UtilityCache } from '../grading/utilityCache.ts'
import { applyAll } from '../project/apply.ts'
import type { Change } from '../project/change.ts'
import type { Command } from '../project/command.ts'
import { planByHand } from '../project/commands/index.ts'
import { stepOf } from '../project/commands/layout.ts'
import type { Document } from '../project/document.ts'
import * as history from '../project/history.ts'
import { outcomeOf, type Outcome } from '../project/outcome.ts'
import type { RowIndex, Table } from '../table/table.ts'
import { customersOf } from './customersOf.ts'
import { HeldOrders } from './heldOrders.ts'
import { LiveGrade, referenceOf } from './liveGrade.ts'

/** A step that was done, undone or redone. */
type Taken = Pick<history.Step, 'kind' | 'changes'>

/** What the session tells of each change: the edit log takes `changes`; `merge` names the drag they are a step of. */
export type ChangeListener = (changes: readonly Change[], merge: string | null) => void

/** The open document with its history. After every change: apply, grade what it touched, tell. */
export class Session {
  #document: Document
  #history: history.History = history.emptyHistory()
  #revision = 1
  #isDragging = false
  #orders = new Map<string, RowIndex>()
  readonly #changed: ChangeListener
  readonly grade: LiveGrade
  /** Orders that outlive edits of cells. */
  readonly held = new HeldOrders()
  /** Numbers of ID cards are shown whole: for this visit, never stored. */
  uncovered = false
  /** Widths of the sheet's columns, so that they do not jump while cells are edited. */
  readonly widths = new Map<string, number>()

  constructor(document: Document, changed: ChangeListener, utilities = new UtilityCache()) {
    this.#document = document
    this.#changed = changed
    this.grade = new LiveGrade(document, utilities)
  }

  get document(): Document {
    return this.#document
  }
  get table(): Table {
    return customersOf(this.#document)
  }
  /** The tiers of the last review; null = none were taken. */
  get reference(): Table | null {
    return referenceOf(this.#document)
  }
  /** Good until the next change: work that goes on meanwhile takes `heldResult`. */
  get result(): GradeResult {
    return this.grade.result
  }
  get heldResult(): GradeResult {
    return this.grade.held
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
  get undoKind(): string | null {
    return this.#history.done.at(-1)?.kind ?? null
  }
  get redoKind(): string | null {
    return this.#history.undone.at(-1)?.kind ?? null
  }

  /** What was undone or redone last, where it was that; null = nothing. */
  lastStep(by: 'undo' | 'redo'): Pick<history.Step, 'changes' | 'inverses'> | null {
    const { done, undone } = this.#history
    const step = (by === 'undo' ? undone : done).at(-1)
    if (!step) return null
    const { changes, inverses } = step
    return by === 'redo' ? step : { changes: inverses, inverses: changes }
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
    await this.grade.prepare(outcome.next, job)
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
    if (stepped) await this.grade.prepare(stepped.document, job)
    if (this.#document !== before) throw new Error('something came between')
    return this.#step(stepped)
  }

  /** A drag has ended: the next step stands by itself and rows are sorted anew. */
  settle(): void {
    if (this.#isDragging) this.held.clear()
    this.#isDragging = false
    this.#history = history.settle(this.#history)
    this.grade.settle()
    this.#orders = new Map()
    this.#revision++
  }

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
    this.grade.follow(next, merge !== null)
    if (merge === null) {
      if (!isLayout(changes)) this.#orders = new Map()
      if (kind === 'import') this.held.clear()
      else this.held.follow(changes, before, this.contents)
    }
    this.#changed(changes, merge)
  }
}

/** Rows stay where they are, and there is no drag whose end is told: a burst of widths ends with the next step. */
const isLayout = (changes: readonly Change[]): boolean =>
  changes.every(({ kind }) => kind === 'setLayout')
