import type { Issue } from '../core/issue.ts'
import type { Job } from '../core/job.ts'
import { grade, type GradeOptions } from '../grading/grade.ts'
import { referenceId } from '../grading/reference.ts'
import type { GradeResult } from '../grading/result.ts'
import { valueBelowYear } from '../grading/sanity.ts'
import { copied, createScratch, type Scratch } from '../grading/scratch.ts'
import type { UtilityCache } from '../grading/utilityCache.ts'
import { warm } from '../grading/warm.ts'
import type { Kernels } from '../math/kernels/kernel.ts'
import { customersOf } from '../project/customersOf.ts'
import type { Document } from '../project/document.ts'
import { differencesOf } from '../scheme/difference.ts'
import { movedWeight } from '../scheme/movedWeight.ts'
import type { Scheme } from '../scheme/scheme.ts'
import { tierings } from '../scheme/tiering/index.ts'
import type { Table } from '../table/table.ts'
import { keepLast } from './once.ts'

/** What is kept from one step of a drag to the next. */
type Step = Pick<GradeOptions, 'heldCutoffs' | 'heldWithin' | 'moving'>

/** The grade of the open document, and what the same customers are under other schemes. */
export class LiveGrade {
  #document: Document
  #result: GradeResult
  #ms = 0
  #count = 0
  /** The result is that of a step of a drag: a preview, or with the cut-offs of before. */
  #isStep = false
  #isHeld = false
  readonly #utilities: UtilityCache
  /** The arrays of the present result, which the next grade overwrites: a drag leaves no litter. */
  readonly #scratch = createScratch()

  constructor(document: Document, utilities: UtilityCache) {
    this.#document = document
    this.#utilities = utilities
    this.#result = this.#grade()
  }

  /** Good until the next change: work that goes on meanwhile takes `held`. */
  get result(): GradeResult {
    return this.#result
  }
  /** The same for good, in arrays that later grades do not write into; never a step of a drag. */
  get held(): GradeResult {
    this.settle()
    if (!this.#isHeld) this.#result = copied(this.#result)
    this.#isHeld = true
    return this.#result
  }
  /** How often this was graded: where it stands still, nothing of the grade is another. */
  get count(): number {
    return this.#count
  }
  /** Time of the last regrade in ms, the grading alone. */
  get ms(): number {
    return this.#ms
  }
  /** Which kernels grade this table. */
  get kernels(): Kernels['id'] {
    return this.#scratch.room.kernels.id
  }

  /** The document is another. `isStep`: of a drag, which is going on. */
  follow(next: Document, isStep: boolean): void {
    const before = this.#document
    this.#document = next
    if (gradesAlike(before, next)) return
    this.#result = this.#grade(isStep ? this.#stepFrom(before.scheme) : {})
  }

  /** No drag is going on: the result is no preview any more. */
  settle(): void {
    if (this.#isStep) this.#result = this.#grade()
  }

  /** Grades step by step what the document is going to be, so that `follow` then only sums. */
  prepare(next: Document, job: Job): Promise<void> {
    return warmDocument(this.#utilities, next, job)
  }

  /** Under the kept scheme; null where the scheme is as kept. */
  get kept(): GradeResult | null {
    const { scheme, keptScheme, overrides } = this.#document
    if (differencesOf(keptScheme, scheme).length === 0) return null
    const [table, reference] = [customersOf(this.#document), referenceOf(this.#document)]
    return this.#gradeKept(table, keptScheme, overrides, reference)
  }

  /** Under another scheme, in arrays of its own or in `scratch`, which the next with it overwrites. */
  under(scheme: Scheme, scratch?: Scratch): GradeResult {
    const { overrides } = this.#document
    const options = { overrides, reference: referenceOf(this.#document) }
    return grade(customersOf(this.#document), scheme, options, this.#utilities, scratch)
  }

  /** Facts about the customers that neither file nor scheme alone could tell. */
  get sanity(): readonly Issue[] {
    const used = this.#document.scheme.criteria.map(({ column }) => column).join(' ')
    return this.#sanity(customersOf(this.#document), used)
  }

  /** Has arrays of its own, since it stands beside the present result. */
  readonly #gradeKept = keepLast(
    (
      table: Table,
      scheme: Scheme,
      overrides: Document['overrides'],
      reference: Table | null,
    ): GradeResult => grade(table, scheme, { overrides, reference }, this.#utilities),
  )
  /** Depends on which columns are criteria, not on their weights: a drag does not ask anew. */
  readonly #sanity = keepLast<[Table, string], readonly Issue[]>((table) => {
    const below = valueBelowYear(table, this.#document.scheme)
    return below === null ? [] : [below]
  })

  #grade(step: Step = {}): GradeResult {
    const start = performance.now()
    const { scheme, overrides } = this.#document
    const options = { ...step, overrides, reference: referenceOf(this.#document) }
    const customers = customersOf(this.#document)
    const result = grade(customers, scheme, options, this.#utilities, this.#scratch)
    this.#isStep = (step.heldCutoffs ?? step.moving ?? null) !== null
    this.#isHeld = false
    this.#count++
    this.#ms = performance.now() - start
    return result
  }

  #stepFrom(before: Scheme): Step {
    const moving = movedWeight(before, this.#document.scheme)
    const heldCutoffs = this.#cutoffsToKeep(before)
    return { heldCutoffs, heldWithin: heldCutoffs && this.#result.within, moving }
  }

  /** The present cut-offs, where the method is too dear to draw them anew at each step of a drag. */
  #cutoffsToKeep(before: Scheme): Float64Array | null {
    const { tiering } = this.#document.scheme
    const keeps = before.tiering.id === tiering.id && !tierings.get(tiering.id).live
    return keeps ? this.#result.cutoffs : null
  }
}

/** Nothing that a grade reads is another. */
function gradesAlike(before: Document, next: Document): boolean {
  return (
    next.scheme === before.scheme &&
    next.overrides === before.overrides &&
    referenceOf(next) === referenceOf(before) &&
    customersOf(next) === customersOf(before)
  )
}

/** The tiers of the last review; null = none were taken. */
export function referenceOf(document: Document): Table | null {
  return document.tables[referenceId] ?? null
}

/** Computes what grades of this document are made of, yielding. */
export function warmDocument(cache: UtilityCache, document: Document, job: Job): Promise<void> {
  const { scheme, keptScheme } = document
  const schemes = keptScheme === scheme ? [scheme] : [scheme, keptScheme]
  return warm(cache, customersOf(document), schemes, job)
}
