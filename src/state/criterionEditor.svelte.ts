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

  /** Another way of giving points: as it was left here, else with parameters that fit the column. */
  async choose(view: CriterionView, id: ScoringId): Promise<void> {
    const { criterion } = view.summary
    const place = (scoring: ScoringId) =>
      `${criterion.id} ${scoring} ${String(criterion.prepare?.log ?? false)} ${String(!!criterion.prepare?.decay)}`
    this.#left.set(place(criterion.scoring.id), criterion.scoring)
    const scoring = this.#left.get(place(id))
    if (scoring) await this.set(criterion.id, { scoring })
    else await this.#project.run({ kind: 'chooseScoring', criterion: criterion.id, scoring: id })
  }

  /** Takes back all that was changed here, if anything was; that is an undo step too. */
  async cancel(): Promise<boolean> {
    const scheme = this.#scheme
    const now = this.#project.scheme.current?.scheme
    if (!scheme || JSON.stringify(scheme) === JSON.stringify(now)) return false
    return this.#project.run({ kind: 'setScheme', scheme })
  }
}
