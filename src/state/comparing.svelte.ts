import { AppError } from '../core/error.ts'
import type { Held } from '../engine/comparedCells.ts'
import type { ImportComparison } from '../engine/comparing.ts'
import type { EngineClient } from '../engine/protocol.ts'
import type { UpdateChoices } from '../engine/updatingTable.ts'
import type { ImportPlan } from '../import/plan.ts'
import type { ColumnId } from '../table/column.ts'
import type { Notices } from './notices.svelte.ts'

/** `update`: matched by key; `replace`: all customers are exchanged. */
export type Manner = 'update' | 'replace'

/** A newer list beside the open project's: what would change, and how it is to be taken over. */
export class Comparing {
  current = $state.raw<ImportComparison | null>(null)
  busy = $state(false)
  manner = $state<Manner>('update')
  missing = $state<UpdateChoices['missing']>('keep')
  /** Cells written by hand: they stay, or the file wins. */
  edited = $state<'keep' | 'take'>('take')
  #held: readonly ColumnId[] | null = null // null: as the engine proposes
  #session: string | null = null
  #plan: ImportPlan | null = null
  #control: AbortController | null = null
  readonly #client: EngineClient
  readonly #notices: Notices

  constructor(client: EngineClient, notices: Notices) {
    this.#client = client
    this.#notices = notices
  }

  /** Another import begins, or this one is left. */
  clear(): void {
    this.forget()
    this.manner = 'update'
    this.missing = 'keep'
    this.edited = 'take'
    this.#held = null
  }

  /** What was compared is no longer what would be taken over. */
  forget(): void {
    this.#control?.abort()
    this.#control = null
    this.#session = null
    this.#plan = null
    this.current = null
    this.busy = false
  }

  /** Under a plan that was compared already nothing is asked again. */
  async show(session: string, plan: ImportPlan): Promise<void> {
    if (session === this.#session && plan === this.#plan) return
    if (session !== this.#session) this.forget()
    this.#session = session
    this.#plan = plan
    await this.refresh()
  }

  /** Asks anew; only the newest answer counts. */
  async refresh(): Promise<void> {
    const session = this.#session
    if (session === null) return
    this.#control?.abort()
    const control = new AbortController()
    this.#control = control
    this.busy = true
    try {
      const { signal } = control
      const held = this.#asked
      const current = await this.#client.call('compareImport', { session, ...held }, { signal })
      if (control === this.#control) this.current = current
    } catch (error) {
      const cancelled = error instanceof AppError && error.code === 'job.cancelled'
      if (control === this.#control && !cancelled) this.#notices.fail(error)
    } finally {
      if (control === this.#control) this.busy = false
    }
  }

  /** Whether what is there in a column stays, so that only its gaps are filled. */
  hold(column: ColumnId, on: boolean): void {
    const others = this.#heldNow().filter((id) => id !== column)
    this.#held = on ? [...others, column] : others
    void this.refresh()
  }

  keepEdited(edited: 'keep' | 'take'): void {
    this.edited = edited
    void this.refresh()
  }

  /** A page of the cells that would change. */
  async cells(from: number, to: number) {
    const session = this.#session
    if (session === null) return { total: 0, cells: [] }
    return this.#client.call('comparedCells', { session, ...this.#asked, from, to })
  }

  /** null = not compared yet. */
  get choices(): UpdateChoices | null {
    if (!this.current) return null
    const edited = this.edited === 'keep' ? { edited: this.edited } : {}
    return { held: this.#heldNow(), ...edited, missing: this.missing }
  }

  get #asked(): Partial<Held> {
    return {
      ...(this.#held ? { held: this.#held } : {}),
      ...(this.edited === 'keep' ? { edited: this.edited } : {}),
    }
  }

  #heldNow(): readonly ColumnId[] {
    return (
      this.#held ?? (this.current?.columns ?? []).filter(({ held }) => held).map(({ id }) => id)
    )
  }
}
