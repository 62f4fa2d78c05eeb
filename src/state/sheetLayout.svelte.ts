import type { SheetLayout } from '../project/layout.ts'
import { Burst } from './burst.ts'
import { asGiven } from './columnOrder.ts'
import { forgetLayoutOfBefore, layoutOfBefore } from './layoutOfBefore.ts'
import type { Preferences } from './preferences.ts'
import type { SheetOwner } from './sheetOwner.ts'

/** How the columns of the open project stand, and the one gate through which the page changes that. */
export class SheetLayouts {
  /** What was asked for and is not in the engine's answer yet. */
  #ahead = $state.raw<SheetLayout | null>(null)
  #wanted: Partial<SheetLayout> | null = null
  #about: readonly string[] = []
  readonly #burst = new Burst()
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
    this.#about = []
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

  /**
   * Shows at once. All that is asked for in one go is one undo step: three columns hidden, all made to fit. So is what follows
   * at once with the same `about`, the columns that it moves or widens.
   */
  change(set: Partial<SheetLayout>, about = ''): void {
    this.#ahead = { ...this.current, ...set }
    if (this.#wanted === null) queueMicrotask(() => void this.#send())
    this.#wanted = { ...this.#wanted, ...set }
    this.#about = [...this.#about, about]
    this.#changed()
  }

  async #send(): Promise<void> {
    const shown = this.#ahead
    const set = this.#wanted
    const about = this.#about
    this.#wanted = null
    this.#about = []
    if (set === null) return
    const merge = this.#burst.name(Object.keys(set).concat(about).join(' '))
    const isBurst = !about.includes('')
    await this.#sheet.project.run({ kind: 'setLayout', set, ...(isBurst && { merge }) })
    await this.#sheet.pages.outdate()
    if (this.#ahead !== shown) return // more was asked for since
    this.#ahead = null
    this.#changed()
  }
}
