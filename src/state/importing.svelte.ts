import { AppError } from '../core/error.ts'
import type { ColumnChoice, ImportChoices, ImportSource } from '../import/plan.ts'
import type { TableKind } from '../table/kind.ts'
import { Comparing, type Manner } from './comparing.svelte.ts'
import { nameOf, type ImportFile } from './importFile.ts'
import { ImportFiles, type FilesOwner } from './importFiles.svelte.ts'
import { ImportReading } from './importReading.ts'
import { Linking } from './linking.svelte.ts'
import type { Mappings } from './mappings.ts'
import type { Page } from './page.ts'
import type { Place } from './place.svelte.ts'

export type { ImportFile } from './importFile.ts'
export type ImportTarget = 'new' | 'replace'

/** Files on their way in: the user looks at the plans and changes them, then all that is not put aside is taken over at once. */
export class Importing implements FilesOwner {
  target = $state<ImportTarget>('new')
  running = $state(false)
  readonly comparing: Comparing
  readonly linking: Linking
  readonly #files: ImportFiles
  readonly #page: Page
  readonly #mappings: Mappings
  #before: Place = { kind: 'start' }

  constructor(page: Page, mappings: Mappings) {
    const { client, notices, jobs } = page
    this.comparing = new Comparing(client, notices)
    this.linking = new Linking(client, notices)
    this.#files = new ImportFiles(new ImportReading(client, notices, jobs, mappings), notices, this)
    this.#page = page
    this.#mappings = mappings
  }

  get files(): readonly ImportFile[] {
    return this.#files.list.all
  }
  /** The one on show. */
  get file(): ImportFile | null {
    return this.#files.list.file
  }
  /** What will be imported: the customers first. */
  get taken() {
    return this.#files.list.taken
  }
  get list() {
    return this.taken.find(({ plan }) => plan.kind === 'customers') ?? null
  }
  get replanning(): boolean {
    return this.#files.replanning
  }
  /** Files are still to be read, or a plan is being worked out. */
  get busy(): boolean {
    return this.#files.replanning || this.#files.list.waiting
  }
  /** The list is taken over customer by customer: it is compared first. */
  get updates(): boolean {
    return this.target === 'replace' && this.list !== null && this.comparing.manner === 'update'
  }

  begin(sources: readonly ImportSource[], target: ImportTarget): void {
    if (sources.length === 0 || this.running) return
    if (this.#page.places.current.kind !== 'importing') this.#before = this.#page.places.current
    this.#forget()
    this.target = target
    this.#page.places.go({ kind: 'importing' })
    this.add(sources)
  }

  add(sources: readonly ImportSource[]): void {
    this.#files.add(sources)
  }
  choose(id: number): void {
    this.#files.list.chosen = id
  }
  remove(id: number): void {
    this.#files.remove(id)
    if (this.files.length === 0) this.cancel()
  }
  change(choices: Partial<ImportChoices>): void {
    this.#files.change(choices)
  }
  changeColumn(index: number, choice: ColumnChoice): void {
    this.#files.changeColumn(index, choice)
  }
  use(kind: TableKind | null): void {
    this.#files.use(kind)
  }
  /** Takes back which texts mean "empty". */
  usualMissing(): void {
    this.#files.usualMissing()
  }
  useRemembered(): void {
    this.#files.useRemembered()
  }
  async part(id: number, at: number | 'all'): Promise<void> {
    if (!this.running) await this.#files.part(id, at)
  }
  async unite(id: number, into: number): Promise<void> {
    if (!this.running) await this.#files.unite(id, into)
  }

  /** Whether the project's customers stay decides who records can belong to. */
  takeBy(manner: Manner): void {
    this.comparing.manner = manner
    this.changed()
  }

  async confirm(name: string): Promise<void> {
    const { taken } = this
    const [first, ...others] = taken
    const update = this.updates ? this.comparing.choices : null
    if (!first || this.running || this.busy || (this.updates && update === null)) return
    this.running = true
    try {
      const run = {
        session: first.session,
        ...(others.length > 0 ? { with: others.map(({ session }) => session) } : {}),
        name,
        into: this.target,
        ...(update ? { update } : {}),
        language: this.#page.locale.language,
      }
      await this.#page.jobs.run((options) => this.#page.client.call('runImport', run, options))
      for (const file of taken) this.#mappings.keep(file.shape, file.choices)
      this.#forget(taken)
      await this.#page.project.show()
      this.#page.places.go({ kind: 'project', place: 'grade' })
    } catch (error) {
      if (!(error instanceof AppError)) this.#page.notices.fail(error)
      else if (error.code !== 'job.cancelled') this.#files.refuse(first.id, error)
    } finally {
      this.running = false
    }
  }

  cancel(): void {
    if (this.#files.reading || this.running) this.#page.jobs.cancel()
    this.#forget()
    this.#page.places.go(this.#before)
  }

  /** The list is compared as it would now be taken over. */
  changed(): void {
    const { list } = this
    if (this.#files.replanning || this.target !== 'replace' || !list) this.comparing.forget()
    else void this.comparing.show(list.session, list.plan)
    if (this.busy) this.linking.forget()
    else void this.linking.show(this.taken, this.updates)
  }

  joined(file: ImportFile): void {
    const words = this.#page.locale.words.several
    const text = words.joined(this.#page.locale.count(file.given.length), nameOf(file))
    this.#page.notices.say(text, { label: words.part, run: () => void this.part(file.id, 'all') })
  }

  #forget(taken: readonly ImportFile[] = []): void {
    this.#files.clear(taken)
    this.comparing.clear()
    this.linking.forget()
  }
}
