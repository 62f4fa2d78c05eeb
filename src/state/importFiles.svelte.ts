import { AppError } from '../core/error.ts'
import { Turns } from '../core/turns.ts'
import type { ColumnChoice, ImportChoices, ImportSource } from '../import/plan.ts'
import type { TableKind } from '../table/kind.ts'
import {
  asRemembered,
  isWaiting,
  onePerKind,
  withChoices,
  withColumn,
  withUsualMissing,
  type GivenFile,
  type ImportFile,
} from './importFile.ts'
import { ImportJoining } from './importJoining.ts'
import { ImportList } from './importList.svelte.ts'
import type { ImportReading } from './importReading.ts'
import type { Notices } from './notices.svelte.ts'

/** What the import as a whole does when its files have changed. */
export interface FilesOwner {
  readonly target: 'new' | 'replace'
  /** The plans are others. */
  changed(): void
  /** Files of one header became one table by themselves. */
  joined(file: ImportFile): void
}

/** The files of an import: read one after another, those of one header joined, their plans changed. */
export class ImportFiles {
  readonly list = new ImportList()
  reading = false
  #works = $state(0)
  /** A changed plan is being worked out; the old one is on show. */
  readonly replanning = $derived(this.#works > 0)
  readonly #engine: ImportReading
  readonly #notices: Notices
  readonly #owner: FilesOwner
  readonly #joining: ImportJoining
  /** Changes of the plans follow each other: each knows what the one before has left. */
  readonly #turns = new Turns()
  readonly #planning = new Set<number>() // files whose newest choices will be seen
  #round = 0 // rises when an import is left: late answers are dropped

  constructor(engine: ImportReading, notices: Notices, owner: FilesOwner) {
    this.#engine = engine
    this.#notices = notices
    this.#owner = owner
    this.#joining = new ImportJoining(this.list, engine)
  }

  add(sources: readonly ImportSource[]): void {
    this.list.add(sources)
    void this.#readNext()
  }

  remove(id: number): void {
    const file = this.list.find(id)
    if (!file) return
    this.#engine.discard(file)
    this.list.remove(id)
    this.#owner.changed()
  }

  refuse(id: number, refusal: AppError): void {
    const file = this.list.find(id)
    if (file) this.list.put({ ...file, refusal })
  }

  /** All are forgotten; the engine too forgets those that were not taken over. */
  clear(taken: readonly ImportFile[] = []): void {
    this.#round++
    for (const file of this.list.all)
      if (!taken.some(({ id }) => id === file.id)) this.#engine.discard(file)
    this.list.clear()
  }

  // What is decided is decided for the file on show.

  change(choices: Partial<ImportChoices>): void {
    this.#decide((file) => withChoices(file, choices))
  }

  changeColumn(index: number, choice: ColumnChoice): void {
    this.#decide((file) => withColumn(file, index, choice))
  }

  usualMissing(): void {
    this.#decide(withUsualMissing)
  }

  useRemembered(): void {
    if (this.list.file?.remembered) this.#decide(asRemembered)
  }

  /** What its rows are; null = it is put aside. */
  use(kind: TableKind | null): void {
    const { file } = this.list
    if (!file) return
    const used = { ...file, off: kind === null }
    this.list.put(used)
    if (kind !== null && kind !== file.plan?.kind) return this.change({ kind })
    if (kind !== null) this.list.all = onePerKind(this.list.all, used)
    this.#owner.changed()
  }

  /** Takes files out of a table of several: one, or all but the first. They stand by themselves. */
  async part(id: number, at: number | 'all'): Promise<void> {
    await this.#work(() => this.#joining.part(id, at))
    await this.#readNext()
  }

  /** Two tables of one kind become one. */
  async unite(id: number, into: number): Promise<void> {
    await this.#work(() => this.#joining.unite(id, into))
  }

  /** One after another: two large files at once would only fight for memory. */
  async #readNext(): Promise<void> {
    if (this.reading) return
    this.reading = true
    try {
      for (;;) {
        const round = this.#round
        const file = this.list.all.find(isWaiting)
        if (!file) return
        const read = await this.#engine.read(file, this.#owner.target)
        const gone = () => round !== this.#round || !this.list.find(file.id)
        if (gone()) this.#engine.discard(read)
        else await this.#settle(read, gone)
      }
    } finally {
      this.reading = false
    }
  }

  /** A file that was read joins the table of its header; else it stands by itself, the first of its kind imported. */
  async #settle(file: ImportFile, gone: () => boolean): Promise<void> {
    const into = await this.#engine.alike(file, this.list.all)
    if (into && !gone() && (await this.#joins(file, into))) {
      this.#engine.discard(file)
      this.list.removeInto(file.id, into.id)
      const joined = this.list.find(into.id)
      if (joined) this.#owner.joined(joined)
    } else if (gone()) this.#engine.discard(file)
    else {
      const { kind } = file.plan ?? {}
      this.list.put({ ...file, off: this.list.taken.some(({ plan }) => plan.kind === kind) })
    }
    this.#owner.changed()
  }

  /** false: together they are refused, being too large for one. */
  async #joins(file: ImportFile, into: ImportFile): Promise<boolean> {
    try {
      await this.#turns.take(() => this.#joining.add(into.id, file.given[0] as GivenFile))
      return true
    } catch (error) {
      if (!(error instanceof AppError)) this.#notices.fail(error)
      return false
    }
  }

  #decide(decided: (file: ImportFile) => ImportFile): void {
    const { file } = this.list
    if (!file) return
    this.list.put(decided(file))
    if (!this.#planning.has(file.id)) void this.#work(() => this.#replan(file.id))
    this.#planning.add(file.id)
  }

  async #replan(id: number): Promise<void> {
    try {
      for (;;) {
        const asked = this.list.find(id)
        if (!asked || asked.session === null) return
        const plan = await this.#engine.change(asked.session, asked.choices)
        const now = this.list.find(id)
        if (!now) return
        if (now.choices !== asked.choices) continue
        const planned = { ...now, plan }
        this.list.put(planned)
        if (!planned.off) this.list.all = onePerKind(this.list.all, planned)
        return
      }
    } finally {
      this.#planning.delete(id)
    }
  }

  /** Shown as work on the plans; what fails is said and leaves them as they were. */
  async #work(task: () => Promise<void>): Promise<void> {
    this.#works++
    this.#owner.changed()
    try {
      await this.#turns.take(task)
    } catch (error) {
      this.#notices.fail(error)
    } finally {
      this.#works--
    }
    this.#owner.changed()
  }
}
