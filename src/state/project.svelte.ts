import { fromWire } from '../core/error.ts'
import type { EngineClient, SaveState } from '../engine/protocol.ts'
import type { SheetRows, SheetWrite, Views } from '../engine/views.ts'
import type { Command } from '../project/command.ts'
import type { Jobs } from './jobs.svelte.ts'
import { LiveView } from './liveView.svelte.ts'
import type { Notices } from './notices.svelte.ts'

/** The open project: what it is, its scheme and result, and the one gate through which the page changes it. */
export class Project {
  readonly view: LiveView<'project'>
  readonly scheme: LiveView<'scheme'>
  readonly summary: LiveView<'summary'>
  saveState = $state<SaveState>('clean')
  /** Told of what was undone or redone: the sheet goes there. */
  onstep: (by: 'undo' | 'redo') => void = () => undefined
  readonly isOpen = $derived.by(() => this.view.current !== null)
  readonly #client: EngineClient
  readonly #notices: Notices
  readonly #jobs: Jobs
  /** Latest not yet sent command of each running drag: a slow engine skips steps instead of lagging behind. */
  readonly #waiting = new Map<string, Command>()
  #sending: Promise<void> | null = null

  constructor(client: EngineClient, notices: Notices, jobs: Jobs) {
    this.#client = client
    this.#notices = notices
    this.#jobs = jobs
    this.view = new LiveView(client, 'project', null)
    this.scheme = new LiveView(client, 'scheme', null)
    this.summary = new LiveView(client, 'summary', null)
    client.on((event) => {
      if (event.kind === 'changed') this.refresh().catch((error) => this.#notices.fail(error))
      if (event.kind === 'saveState') {
        this.saveState = event.state
        if (event.state === 'failed' && event.error) this.#notices.fail(fromWire(event.error))
      }
    })
  }

  async show(): Promise<void> {
    await Promise.all([this.view.show(), this.scheme.show(), this.summary.show()])
  }

  async refresh(): Promise<void> {
    await Promise.all([this.view.refresh(), this.scheme.refresh(), this.summary.refresh()])
  }

  leave(): void {
    for (const view of [this.view, this.scheme, this.summary]) view.clear()
  }

  /** The one write gate. What takes a while can be cancelled in the status bar; false = nothing was changed. */
  async run(command: Command): Promise<boolean> {
    try {
      await this.#jobs.run((options) => this.#client.call('run', { command }, options))
      this.#notices.outdate()
      return true
    } catch (error) {
      this.#notices.fail(error)
      return false
    }
  }

  /** The same for blocks of the sheet, however large; null = nothing was changed. */
  async write(write: SheetWrite): Promise<{ revision: number; isOther: boolean } | null> {
    try {
      const done = await this.#jobs.run((options) => this.#client.call('write', write, options))
      this.#notices.outdate()
      return done
    } catch (error) {
      this.#notices.fail(error)
      return null
    }
  }

  /** Whole rows of the sheet, however many; null = nothing was changed, else how many were meant. */
  async writeRows(rows: SheetRows): Promise<number | null> {
    try {
      const { count } = await this.#jobs.run((options) =>
        this.#client.call('writeRows', rows, options),
      )
      this.#notices.outdate()
      return count
    } catch (error) {
      this.#notices.fail(error)
      return null
    }
  }

  /** A text in blocks of the sheet; null = nothing was changed, else in how many cells. */
  async replace(args: Views['replacements']['args']): Promise<number | null> {
    try {
      const { count } = await this.#jobs.run((options) =>
        this.#client.call('replace', args, options),
      )
      this.#notices.outdate()
      return count
    } catch (error) {
      this.#notices.fail(error)
      return null
    }
  }

  /** A step of a drag: `command.merge` names the drag. Call `settle` when it ends. */
  drag(command: Command & { merge: string }): void {
    this.#waiting.set(command.merge, command)
    void this.#drain()
  }

  async settle(): Promise<void> {
    try {
      await this.#drain()
      await this.#client.call('settle', null)
    } catch (error) {
      this.#notices.fail(error)
    }
  }

  /** Resolves once nothing waits any more, so that `settle` comes after the last step. */
  #drain(): Promise<void> {
    if (this.#waiting.size === 0 && !this.#sending) return Promise.resolve()
    return (this.#sending ??= this.#send())
  }

  async #send(): Promise<void> {
    try {
      while (this.#waiting.size > 0) {
        const commands = [...this.#waiting.values()]
        this.#waiting.clear()
        for (const command of commands) await this.run(command)
      }
    } finally {
      this.#sending = null
    }
  }

  undo = () => this.#step('undo')
  redo = () => this.#step('redo')

  async #step(call: 'undo' | 'redo'): Promise<void> {
    try {
      const { kind } = await this.#client.call(call, null)
      if (kind === null) return
      this.#notices.outdate()
      this.onstep(call)
    } catch (error) {
      this.#notices.fail(error)
    }
  }
}
