import type { EngineClient } from '../engine/protocol.ts'
import type { TierTotals } from '../grading/result.ts'
import type { CriterionSummary } from '../engine/views.ts'
import type { CriterionId, Scoring, Tiering } from '../scheme/scheme.ts'
import type { Locale } from './locale.svelte.ts'
import type { Project } from './project.svelte.ts'

/**
 * Values under the pointer: shown at once, sent while dragging, one undo step a drag. Once a drag has ended it says in
 * words what came of it.
 */
export class CriterionForm {
  /** What came of the last drag, for the live region. */
  said = $state('')
  readonly #client: EngineClient
  readonly #project: Project
  readonly #locale: Locale
  #weights = $state.raw<ReadonlyMap<CriterionId, number>>(new Map())
  #tiering = $state.raw<Tiering | null>(null)
  #scorings = $state.raw<ReadonlyMap<CriterionId, Scoring>>(new Map())
  #before: readonly TierTotals[] | null = null
  #drag = 0

  constructor(client: EngineClient, project: Project, locale: Locale) {
    this.#client = client
    this.#project = project
    this.#locale = locale
  }

  weightOf(summary: CriterionSummary): number {
    return this.#weights.get(summary.criterion.id) ?? summary.criterion.weight
  }

  get tiering(): Tiering | null {
    return this.#tiering ?? this.#project.scheme.current?.scheme.tiering ?? null
  }

  /** Cut-offs in force, those under the pointer first. */
  get cutoffs(): readonly number[] {
    if (this.#tiering?.id === 'cutoffs') return this.#tiering.cutoffs
    return this.#project.summary.current?.cutoffs ?? this.#project.scheme.current?.cutoffs ?? []
  }

  scoringOf(summary: CriterionSummary): Scoring {
    return this.#scorings.get(summary.criterion.id) ?? summary.criterion.scoring
  }

  weigh(criterion: CriterionId, weight: number): void {
    this.#begin()
    this.#weights = new Map(this.#weights).set(criterion, weight)
    this.#project.drag({ kind: 'setWeight', criterion, weight, merge: `weight ${criterion}` })
  }

  tier(tiering: Tiering): void {
    this.#begin()
    this.#tiering = tiering
    this.#project.drag({ kind: 'setTiering', tiering, merge: 'tiering' })
  }

  scoreBy(criterion: CriterionId, scoring: Scoring): void {
    this.#begin()
    this.#scorings = new Map(this.#scorings).set(criterion, scoring)
    this.#project.drag({
      kind: 'setCriterion',
      criterion,
      set: { scoring },
      merge: `scoring ${criterion}`,
    })
  }

  /** The drag, key press or entry has ended. */
  async end(): Promise<void> {
    if (this.#before === null) return
    const before = this.#before
    const drag = ++this.#drag
    this.#before = null
    await this.#project.settle()
    await this.#project.refresh()
    if (drag !== this.#drag || this.#before !== null) return // the next drag has begun
    this.#weights = new Map()
    this.#tiering = null
    this.#scorings = new Map()
    const summary = await this.#client.view('summary', null)
    this.said = this.#inWords(before, summary.totals.tiers)
  }

  #begin(): void {
    this.#before ??= this.#project.summary.current?.totals.tiers ?? []
  }

  #inWords(before: readonly TierTotals[], after: readonly TierTotals[]): string {
    const { words, count } = this.#locale
    const results = words.results
    const names = this.#project.scheme.current?.scheme.tiers ?? []
    const parts = after.flatMap((totals) => {
      const old = before.find((tier) => tier.tier === totals.tier)?.count ?? 0
      const name = names.find((tier) => tier.id === totals.tier)?.name ?? ''
      const more = totals.count - old
      if (more === 0) return []
      const say = more > 0 ? results.settledMore : results.settledLess
      return [say(name, count(totals.count), count(Math.abs(more)))]
    })
    return parts.length > 0 ? parts.join(results.between) : results.settledSame
  }
}
