import type { SheetLayout } from '../project/layout.ts'
import { asGiven } from './columnOrder.ts'
import { forgetLayoutOfBefore, layoutOfBefore } from './layoutOfBefore.ts'
import type { Preferences } from './preferences.ts'
import type { SheetOwner } from './sheetOwner.ts'

/** How the columns of the open project stand, and the one gate through which the page changes that. */
export class SheetLayouts {
  /** What was asked for and is not in the engine's answer yet. */
  #ahead = $state.raw<SheetLayout | null>(null)
  #wanted: Partial<SheetLayout> | null = null
  #adopted: string | null = null
  readonly #sheet: SheetOwner
  readonly #preferences: Preferences
  readonly #changed: () => void

  readonly current: SheetLayout = $derived.by(
    () => this.#ahead ?? this.#sheet.pages.view?.layout ?? asGiven,
  )

  /** `changed` is told when columns may stand otherwise. */
  constructor(sheet: SheetOwner, preferences: Preferences, changed: () => void) {
    this.#sheet = sheet
    this.#preferences = preferences
    this.#changed = changed
  }

  clear(): void {
    this.#ahead = null
    this.#wanted = null
    this.#adopted = null
  }

  /** What this browser kept of the columns becomes part of the project that is opened, where it has nothing of its own. */
  async adopt(id: string): Promise<void> {
    if (this.#adopted === id) return
    this.#adopted = id
    const layout = layoutOfBefore(this.#preferences, id)
    if (layout === null) return
    try {
      const { taken } = await this.#sheet.client.call('adoptLayout', { id, layout })
      if (!taken) forgetLayoutOfBefore(this.#preferences, id)
    } catch (error) {
      this.#sheet.notices.fail(error)
    }
  }

  /** Shows at once. All that is asked for in one go is one undo step: three columns hidden, all made to fit. */
  change(set: Partial<SheetLayout>): void {
    this.#ahead = { ...this.current, ...set }
    if (this.#wanted === null) queueMicrotask(() => void this.#send())
    this.#wanted = { ...this.#wanted, ...set }
    this.#changed()
  }

  async #send(): Promise<void> {
    const shown = this.#ahead
    const set = this.#wanted
    this.#wanted = null
    if (set === null) return
    await this.#sheet.project.run({ kind: 'setLayout', set })
    await this.#sheet.pages.outdate()
    if (this.#ahead !== shown) return // more was asked for since
    this.#ahead = null
    this.#changed()
  }
}
