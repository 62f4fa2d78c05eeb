import type { EngineClient } from '../engine/protocol.ts'
import type { ModelsView, ModelSummary } from '../engine/modelViews.ts'
import type { ModelId } from '../models/figureIds.ts'
import type { ModelChoice } from '../models/model.ts'
import { LiveView } from './liveView.svelte.ts'
import type { Notices } from './notices.svelte.ts'
import type { Project } from './project.svelte.ts'

interface Wish {
  readonly model: ModelId
  readonly set: ModelChoice
}

/** All models of the open project. What is decided shows at once, and is taken back where it could not be done. */
export class Models {
  readonly view: LiveView<'models'>
  readonly list: readonly ModelSummary[] | null = $derived.by(() => {
    const view: ModelsView | null = this.view.current
    return view?.models.map((model) => this.#wishes.reduce(wished, model)) ?? null
  })
  #wishes = $state.raw<readonly Wish[]>([])
  readonly #project: Project
  readonly #notices: Notices

  constructor(client: EngineClient, project: Project, notices: Notices) {
    this.view = new LiveView(client, 'models', null)
    this.#project = project
    this.#notices = notices
  }

  isBusy(id: ModelId): boolean {
    return this.#wishes.some(({ model }) => model === id)
  }

  async refresh(): Promise<void> {
    try {
      await this.view.show()
    } catch (error) {
      this.#notices.fail(error)
    }
  }

  /** One undo step; null = all as usual again. */
  async set(model: ModelId, set: ModelChoice | null): Promise<boolean> {
    const wish = { model, set: set ?? {} }
    this.#wishes = [...this.#wishes, wish]
    try {
      const done = await this.#project.run({ kind: 'setModel', model, set })
      if (done) await this.refresh()
      return done
    } finally {
      this.#wishes = this.#wishes.filter((one) => one !== wish)
    }
  }

  leave(): void {
    this.view.hide()
  }
}

function wished(before: ModelSummary, { model, set }: Wish): ModelSummary {
  if (before.id !== model) return before
  const { columns } = set
  return {
    ...before,
    on: set.on ?? before.on,
    settings: { ...before.settings, ...set.settings },
    columns: columns
      ? before.columns.map((column) => ({ ...column, wanted: columns.includes(column.id) }))
      : before.columns,
  }
}
