import type { EngineClient } from '../engine/protocol.ts'
import type { CriterionView } from '../engine/views.ts'
import type { TierTotals } from '../grading/result.ts'
import type { Criterion, CriterionId, Scheme, Scoring, ScoringId } from '../scheme/scheme.ts'
import type { RowId } from '../table/column.ts'
import { LiveView } from './liveView.svelte.ts'
import type { Project } from './project.svelte.ts'

const bins = 20

/** One visit to the criterion editor: what is on show, and how things stood when it was opened. */
export class CriterionEditor {
  readonly view: LiveView<'criterion'>
  before = $state.raw<readonly TierTotals[]>([])
  readonly #project: Project
  #scheme: Scheme | null = null
  /** Parameters that were set before another scoring was tried, to come back to. */
  readonly #left = new Map<string, Scoring>()

  constructor(client: EngineClient, project: Project) {
    this.#project = project
    this.view = new LiveView(client, 'criterion', { criterion: '', bins, row: null })
  }

  async show(criterion: CriterionId, row: RowId | null): Promise<void> {
    if (this.#scheme === null) {
      this.#scheme = this.#project.scheme.current?.scheme ?? null
      this.before = this.#project.summary.current?.totals.tiers ?? []
    }
    await this.view.show({ criterion, bins, row })
  }

  set(criterion: CriterionId, set: Partial<Omit<Criterion, 'id'>>): Promise<boolean> {
    return this.#project.run({ kind: 'setCriterion', criterion, set })
  }

  /** Another way of giving points, with parameters that fit the column. */
  async choose(view: CriterionView, id: ScoringId): Promise<void> {
    const { criterion } = view.summary
    this.#left.set(`${criterion.id} ${criterion.scoring.id}`, criterion.scoring)
    const scoring = this.#left.get(`${criterion.id} ${id}`) ?? firstScoring(id, view)
    await this.set(criterion.id, { scoring })
  }

  /** Takes back all that was changed here; that is an undo step too. */
  async cancel(): Promise<void> {
    const scheme = this.#scheme
    const now = this.#project.scheme.current?.scheme
    if (!scheme || JSON.stringify(scheme) === JSON.stringify(now)) return
    await this.#project.run({ kind: 'setScheme', scheme })
  }
}

const bandCount = 5

/** Where a scoring begins: five even bands, or points by the order of the categories. */
export function firstScoring(id: ScoringId, view: CriterionView): Scoring {
  const isLower = view.summary.criterion.direction === 'lower'
  switch (id) {
    case 'linear':
      return { id, worst: null, best: null }
    case 'percentile':
      return { id }
    case 'bands': {
      const min = view.min ?? 0
      const max = view.max ?? 1
      const bands = Array.from({ length: bandCount - 1 }, (_, i) => ({
        from: roundTo(min + ((i + 1) * (max - min)) / bandCount, (max - min) / 100),
        utility: isLower ? (bandCount - 2 - i) / (bandCount - 1) : (i + 1) / (bandCount - 1),
      }))
      return { id, below: isLower ? 1 : 0, bands }
    }
    case 'lookup':
      return {
        id,
        points: view.categories.map(({ name }, i, all) => ({
          category: name,
          utility: all.length < 2 ? 1 : Math.round(100 * (1 - i / (all.length - 1))) / 100,
        })),
        other: 0,
      }
  }
}

/** Rounded to the power of ten at or under `step`, so that bounds read as someone would write them. */
function roundTo(value: number, step: number): number {
  if (!(step > 0)) return value
  const unit = 10 ** Math.floor(Math.log10(step))
  return Number((Math.round(value / unit) * unit).toPrecision(12))
}
