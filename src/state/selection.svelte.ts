import type { EngineClient } from '../engine/protocol.ts'
import type { SheetQuery } from '../engine/views.ts'
import type { TierId } from '../scheme/scheme.ts'
import type { RowId } from '../table/column.ts'
import { LiveView } from './liveView.svelte.ts'
import type { Notices } from './notices.svelte.ts'
import type { Preferences } from './preferences.ts'
import type { Project } from './project.svelte.ts'

/** The customer on show: why it has its tier, and the gate for changing the tier by hand. */
export class Selection {
  row = $state.raw<RowId | null>(null)
  /** Narrow windows: the explanation stands open over the sheet. */
  isOpen = $state(false)
  /** The form for a change by hand is open. */
  isOverriding = $state(false)
  readonly explain: LiveView<'explain'>
  readonly #project: Project
  readonly #preferences: Preferences

  constructor(client: EngineClient, project: Project, preferences: Preferences, notices: Notices) {
    this.#project = project
    this.#preferences = preferences
    this.explain = new LiveView(client, 'explain', { row: 0, query: wholeSheet })
    client.on((event) => {
      if (event.kind === 'changed')
        this.explain.refresh().catch((error: unknown) => notices.fail(error))
    })
  }

  /** Who changes tiers by hand: asked once, then remembered. */
  get person(): string {
    return this.#preferences.get('person') ?? ''
  }

  async show(row: RowId, query: SheetQuery): Promise<void> {
    if (row !== this.row) this.isOverriding = false
    this.row = row
    await this.explain.show({ row, query })
  }

  clear(): void {
    this.row = null
    this.isOpen = false
    this.isOverriding = false
    this.explain.clear()
  }

  /** null takes the change back. */
  override(tier: TierId | null, reason: string, by: string, expires: string | null) {
    const row = this.row
    if (row === null) return Promise.resolve(false)
    if (by !== '') this.#preferences.set('person', by)
    return this.#project.run({
      kind: 'override',
      rows: [row],
      tier,
      reason,
      by,
      at: new Date().toISOString(),
      expires,
    })
  }
}

export const wholeSheet: SheetQuery = { sort: null, filters: [], search: '' }

/** The table that is graded (project/document.ts). */
export const customersTable = 'customers'
