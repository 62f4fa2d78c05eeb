import { AppError } from '../core/error.ts'
import type { EngineClient } from '../engine/protocol.ts'
import type { ColumnChoice, ImportChoices, ImportSource } from '../import/plan.ts'
import type { TableKind } from '../table/kind.ts'
import {
  fileOf,
  isWaiting,
  leadless,
  onePerKind,
  takenOf,
  withChoices,
  type GivenFile,
  type ImportFile,
} from './importFile.ts'
import type { Jobs } from './jobs.svelte.ts'
import { ImportReading } from './importReading.ts'
import type { Mappings } from './mappings.ts'
import type { Notices } from './notices.svelte.ts'

/** What the import as a whole does when its files have changed. */
export interface FilesOwner {
  readonly target: 'new' | 'replace'
  /** The plans are others. */
  changed(): void
  /** Files of one header became one table by themselves. */
  joined(file: ImportFile): void
}

/** The files of an import: read one after another, those of one header joined, changed, taken apart. */
export class ImportFiles {
  all = $state.raw<readonly ImportFile[]>([])
  chosen = $state<number | null>(null)
  /** A changed plan is being worked out; the old one is on show. */
  replanning = $state(false)
  readonly file = $derived(this.all.find((file) => file.id === this.chosen) ?? null)
  readonly taken = $derived(takenOf(this.all))
  readonly waiting = $derived(this.all.some(isWaiting))
  reading = false
  readonly #notices: Notices
  readonly #engine: ImportReading
  readonly #owner: FilesOwner
  #next = 1
  #round = 0 // rises when an import is left: late answers are dropped
  #turn: Promise<unknown> = Promise.resolve()

  constructor(
    client: EngineClient,
    notices: Notices,
    jobs: Jobs,
    mappings: Mappings,
    owner: FilesOwner,
  ) {
    this.#notices = notices
    this.#engine = new ImportReading(client, notices, jobs, mappings)
    this.#owner = owner
  }

  add(sources: readonly ImportSource[]): void {
    const files = sources.map((source) => fileOf(this.#next++, source))
    this.all = [...this.all, ...files]
    // a second attempt after a refusal is the one to look at
    if (this.file === null || this.file.refusal !== null) this.chosen = files[0]?.id ?? null
    void this.#readNext()
  }

  remove(id: number): void {
    const file = this.#find(id)
    if (!file) return
    this.#engine.discard(file)
    this.all = this.all.filter((one) => one.id !== id)
    if (this.chosen === id) this.chosen = this.all[0]?.id ?? null
    this.#owner.changed()
  }

  refuse(id: number, refusal: AppError): void {
    const file = this.#find(id)
    if (file) this.#put({ ...file, refusal })
  }

  /** All are forgotten; the engine too forgets those that were not taken over. */
  clear(taken: readonly ImportFile[] = []): void {
    this.#round++
    for (const file of this.all)
      if (!taken.some(({ id }) => id === file.id)) this.#engine.discard(file)
    this.all = []
    this.chosen = null
  }

  /** Of the chosen file. */
  change(choices: Partial<ImportChoices>): void {
    const { file } = this
    if (!file) return
    this.#put(withChoices(file, choices))
    void this.#replan(file.id)
  }

  changeColumn(index: number, choice: ColumnChoice): void {
    const columns = this.file?.choices.columns ?? {}
    this.change({ columns: { ...columns, [index]: { ...columns[index], ...choice } } })
  }

  /** What the rows of the chosen file are; null = it is put aside. */
  use(kind: TableKind | null): void {
    const { file } = this
    if (!file) return
    const used = { ...file, off: kind === null }
    this.#put(used)
    if (kind !== null && kind !== file.plan?.kind) return this.change({ kind })
    if (kind !== null) this.all = onePerKind(this.all, used)
    this.#owner.changed()
  }

  /** Takes back which texts mean "empty". */
  usualMissing(): void {
    const { file } = this
    if (!file) return
    const choices: { -readonly [K in keyof ImportChoices]: ImportChoices[K] } = { ...file.choices }
    delete choices.missing
    this.#put({ ...file, choices })
    void this.#replan(file.id)
  }

  /** Reads the list as the last one with these headers was read. */
  useRemembered(): void {
    const { file } = this
    if (!file?.remembered) return
    this.#put({ ...file, choices: { ...file.choices, ...file.remembered }, remembered: null })
    void this.#replan(file.id)
  }

  /** Takes files out of a table of several: one, or all but the first. They stand by themselves. */
  async part(id: number, at: number | 'all'): Promise<void> {
    const places =
      at === 'all' ? [...(this.#find(id)?.given.keys() ?? [])].slice(1).reverse() : [at]
    await this.#work(async () => {
      for (const place of places) await this.#takeOut(id, place)
    })
    await this.#readNext()
  }

  /** Two tables of one kind become one. */
  async unite(id: number, into: number): Promise<void> {
    await this.#work(async () => {
      const before = this.#find(into)?.given.length ?? 0
      try {
        for (const given of this.#find(id)?.given ?? []) await this.#addTo(into, given)
      } catch (error) {
        // all or none: else rows of the file would be imported twice
        while ((this.#find(into)?.given.length ?? 0) > before) await this.#dropFrom(into, before)
        throw error
      }
      this.#mergedInto(into, id)
    })
  }

  /** One after another: two large files at once would only fight for memory. */
  async #readNext(): Promise<void> {
    if (this.reading) return
    this.reading = true
    try {
      for (;;) {
        const round = this.#round
        const file = this.all.find(isWaiting)
        if (!file) return
        const read = await this.#engine.read(file, this.#owner.target)
        const gone = () => round !== this.#round || !this.#find(file.id)
        if (gone()) this.#engine.discard(read)
        else await this.#settle(read, gone)
      }
    } finally {
      this.reading = false
    }
  }

  /** A file that was read joins the table of its header; else it stands by itself, the first of its kind imported. */
  async #settle(file: ImportFile, gone: () => boolean): Promise<void> {
    const into = await this.#engine.alike(file, this.all)
    if (into && !gone() && (await this.#joins(file, into))) {
      this.#mergedInto(into.id, file.id)
      this.#engine.discard(file)
      const joined = this.#find(into.id)
      if (joined) this.#owner.joined(joined)
    } else if (gone()) this.#engine.discard(file)
    else {
      const { kind } = file.plan ?? {}
      this.#put({ ...file, off: this.taken.some(({ plan }) => plan.kind === kind) })
    }
    this.#owner.changed()
  }

  /** false: together they are refused, being too large for one. */
  #joins(file: ImportFile, into: ImportFile): Promise<boolean> {
    return this.#inTurn(async () => {
      try {
        await this.#addTo(into.id, file.given[0] as GivenFile)
        return true
      } catch (error) {
        if (!(error instanceof AppError)) this.#notices.fail(error)
        return false
      }
    })
  }

  async #addTo(id: number, given: GivenFile): Promise<void> {
    const into = this.#find(id)
    if (!into || into.session === null) return
    const { session } = into
    const { source } = given
    const plan = await this.#engine.add(session, source)
    const now = this.#find(id)
    if (now) this.#put({ ...now, plan, given: [...now.given, given] })
  }

  /** The file that is no longer part of the table. */
  async #dropFrom(id: number, at: number): Promise<GivenFile | null> {
    const file = this.#find(id)
    const gone = file?.given[at]
    if (!file || file.session === null || !gone || file.given.length < 2) return null
    const { session } = file
    const choices = at === 0 ? leadless(file.choices) : file.choices
    const plan = await this.#engine.drop(session, at, choices)
    this.#put({ ...file, choices, plan, given: file.given.filter((_, place) => place !== at) })
    return gone
  }

  async #takeOut(id: number, at: number): Promise<void> {
    const taken = await this.#dropFrom(id, at)
    if (!taken) return
    const after = this.all.findIndex((one) => one.id === id) + 1
    const apart = { ...fileOf(this.#next++, taken.source), alone: true }
    this.all = [...this.all.slice(0, after), apart, ...this.all.slice(after)]
  }

  #mergedInto(into: number, id: number): void {
    const file = this.#find(id)
    if (file) this.#engine.discard(file)
    this.all = this.all.filter((one) => one.id !== id)
    if (this.chosen === id) this.chosen = into
  }

  async #replan(id: number): Promise<void> {
    if (this.replanning) return // the loop below sees the newest choices
    await this.#work(async () => {
      for (;;) {
        const asked = this.#find(id)
        if (!asked || asked.session === null) return
        const { session, choices } = asked
        const plan = await this.#engine.change(session, choices)
        const now = this.#find(id)
        if (!now) return
        if (now.choices !== choices) continue
        const planned = { ...now, plan }
        this.#put(planned)
        if (!planned.off) this.all = onePerKind(this.all, planned)
        return
      }
    })
  }

  /** Shown as work on the plans; what fails is said and leaves them as they were. */
  async #work(task: () => Promise<void>): Promise<void> {
    this.replanning = true
    this.#owner.changed()
    try {
      await this.#inTurn(task)
    } catch (error) {
      this.#notices.fail(error)
    } finally {
      this.replanning = false
    }
    this.#owner.changed()
  }

  /** Changes of the plans follow each other: each knows what the one before has left. */
  #inTurn<T>(task: () => Promise<T>): Promise<T> {
    const turn = this.#turn.then(task)
    this.#turn = turn.catch(() => {})
    return turn
  }

  #find(id: number): ImportFile | undefined {
    return this.all.find((one) => one.id === id)
  }

  #put(file: ImportFile): void {
    this.all = this.all.map((one) => (one.id === file.id ? file : one))
  }
}
