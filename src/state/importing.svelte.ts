import { AppError } from '../core/error.ts'
import type { EngineClient } from '../engine/protocol.ts'
import type { ColumnChoice, ImportChoices, ImportPlan, ImportSource } from '../import/plan.ts'
import { Comparing } from './comparing.svelte.ts'
import type { Jobs } from './jobs.svelte.ts'
import type { Locale } from './locale.svelte.ts'
import { type Mapping, type Mappings, shapeOf } from './mappings.ts'
import type { Notices } from './notices.svelte.ts'
import type { Place, Places } from './place.svelte.ts'
import type { Project } from './project.svelte.ts'

/** One file of this import: waiting, read into a plan, or refused. */
export interface ImportFile {
  readonly id: number
  readonly source: ImportSource
  readonly bytes: number
  readonly session: string | null
  readonly plan: ImportPlan | null
  readonly choices: ImportChoices
  readonly shape: string | null // of the header, as first understood
  readonly remembered: Mapping | null // of the last list of this shape, until it is used
  readonly refusal: AppError | null
}
export type ImportTarget = 'new' | 'replace'

/** Files on their way in: each gets a plan, the user looks and changes, one becomes the customers. */
export class Importing {
  files = $state.raw<readonly ImportFile[]>([])
  chosen = $state<number | null>(null)
  target = $state<ImportTarget>('new')
  /** A changed plan is being worked out; the old one is on show. */
  replanning = $state(false)
  running = $state(false)
  readonly file = $derived(this.files.find((file) => file.id === this.chosen) ?? null)
  readonly comparing: Comparing
  readonly #client: EngineClient
  readonly #notices: Notices
  readonly #places: Places
  readonly #project: Project
  readonly #jobs: Jobs
  readonly #locale: Locale
  readonly #mappings: Mappings
  #before: Place = { kind: 'start' }
  #next = 1
  #reading = false
  #round = 0 // rises when an import is begun or left: late answers are dropped

  constructor(
    client: EngineClient,
    notices: Notices,
    places: Places,
    project: Project,
    jobs: Jobs,
    locale: Locale,
    mappings: Mappings,
  ) {
    this.comparing = new Comparing(client, notices)
    this.#client = client
    this.#notices = notices
    this.#places = places
    this.#project = project
    this.#jobs = jobs
    this.#locale = locale
    this.#mappings = mappings
  }

  begin(sources: readonly ImportSource[], target: ImportTarget): void {
    if (sources.length === 0 || this.running) return
    if (this.#places.current.kind !== 'importing') this.#before = this.#places.current
    this.#forget()
    this.target = target
    this.#places.go({ kind: 'importing' })
    this.add(sources)
  }

  add(sources: readonly ImportSource[]): void {
    const files = sources.map((source) => ({
      id: this.#next++,
      source,
      bytes: source.kind === 'file' ? source.file.size : new Blob([source.text]).size,
      session: null,
      plan: null,
      choices: {},
      shape: null,
      remembered: null,
      refusal: null,
    }))
    this.files = [...this.files, ...files]
    // a second attempt after a refusal is the one to look at
    if (this.file === null || this.file.refusal !== null) this.chosen = files[0]?.id ?? null
    void this.#readNext()
  }

  choose(id: number): void {
    this.chosen = id
    this.#compare()
  }

  remove(id: number): void {
    const file = this.files.find((one) => one.id === id)
    if (file) this.#discard(file)
    this.files = this.files.filter((one) => one.id !== id)
    if (this.files.length === 0) this.cancel()
    else if (this.chosen === id) this.choose(this.files[0]?.id ?? 0)
  }

  /** Other rows or another sheet mean other columns: what was chosen for columns is dropped then. */
  change(choices: Partial<ImportChoices>): void {
    const file = this.file
    if (!file) return
    const kept = moves(choices) ? withoutColumns(file.choices) : file.choices
    this.#put({ ...file, choices: { ...kept, ...choices } })
    void this.#replan(file.id)
  }

  changeColumn(index: number, choice: ColumnChoice): void {
    const columns = this.file?.choices.columns ?? {}
    this.change({ columns: { ...columns, [index]: { ...columns[index], ...choice } } })
  }

  /** Takes back which texts mean "empty". */
  usualMissing(): void {
    const file = this.file
    if (!file) return
    const choices: { -readonly [K in keyof ImportChoices]: ImportChoices[K] } = { ...file.choices }
    delete choices.missing
    this.#put({ ...file, choices })
    void this.#replan(file.id)
  }

  /** Reads the list as the last one with these headers was read. */
  useRemembered(): void {
    const file = this.file
    if (!file?.remembered) return
    this.#put({ ...file, choices: { ...file.choices, ...file.remembered }, remembered: null })
    void this.#replan(file.id)
  }

  async confirm(name: string): Promise<void> {
    const file = this.file
    if (!file?.plan || file.session === null || this.running) return
    const { session } = file
    const into = this.target
    const updates = into === 'replace' && this.comparing.manner === 'update'
    const update = updates ? this.comparing.choices : null
    if (updates && update === null) return
    this.running = true
    try {
      const language = this.#locale.language
      await this.#jobs.run((options) =>
        this.#client.call(
          'runImport',
          { session, name, into, ...(update ? { update } : {}), language },
          options,
        ),
      )
      this.#mappings.keep(file.shape, file.choices)
      this.#forget(file.id)
      await this.#project.show()
      this.#places.go({ kind: 'project', place: 'grade' })
    } catch (error) {
      if (!(error instanceof AppError)) this.#notices.fail(error)
      else if (error.code !== 'job.cancelled') this.#put({ ...file, refusal: error })
    } finally {
      this.running = false
    }
  }

  cancel(): void {
    if (this.#reading || this.running) this.#jobs.cancel()
    this.#forget()
    this.#places.go(this.#before)
  }

  /** Reads the waiting files one after another: two large ones at once would only fight for memory. */
  async #readNext(): Promise<void> {
    if (this.#reading) return
    this.#reading = true
    try {
      for (;;) {
        const round = this.#round
        const file = this.files.find((one) => one.session === null && one.refusal === null)
        if (!file) return
        const read = await this.#read(file)
        if (round !== this.#round || !this.files.some((one) => one.id === file.id))
          this.#discard(read)
        else {
          this.#put(read)
          if (read.id === this.chosen) this.#compare()
        }
      }
    } finally {
      this.#reading = false
    }
  }

  async #read(file: ImportFile): Promise<ImportFile> {
    try {
      const { session, plan } = await this.#jobs.run((options) =>
        this.#client.call(
          'planImport',
          { source: file.source, choices: file.choices, into: this.target },
          options,
        ),
      )
      const shape = shapeOf(plan)
      return { ...file, session, plan, shape, remembered: this.#mappings.find(shape) }
    } catch (error) {
      if (error instanceof AppError) return { ...file, refusal: error }
      this.#notices.fail(error)
      return { ...file, refusal: new AppError('file.damaged') }
    }
  }

  async #replan(id: number): Promise<void> {
    if (this.replanning) return // the loop below sees the newest choices
    this.replanning = true
    this.comparing.forget()
    try {
      for (;;) {
        const asked = this.files.find((one) => one.id === id)
        if (!asked || asked.session === null) return
        const { session, choices } = asked
        const plan = await this.#client.call('changePlan', { session, choices })
        const now = this.files.find((one) => one.id === id)
        if (!now) return
        if (now.choices !== choices) continue
        this.#put({ ...now, plan })
        if (id === this.chosen) this.#compare()
        return
      }
    } catch (error) {
      this.#notices.fail(error)
    } finally {
      this.replanning = false
    }
  }

  #compare(): void {
    const file = this.file
    if (this.target === 'replace' && file?.plan && file.session !== null)
      void this.comparing.show(file.session)
    else this.comparing.forget()
  }

  #put(file: ImportFile): void {
    this.files = this.files.map((one) => (one.id === file.id ? file : one))
  }

  #discard(file: ImportFile): void {
    if (file.session === null) return
    this.#client.call('discardImport', { session: file.session }).catch(() => {
      // the engine is gone or has forgotten it: nothing is left to free
    })
  }

  #forget(taken: number | null = null): void {
    this.#round++
    for (const file of this.files) if (file.id !== taken) this.#discard(file)
    this.files = []
    this.chosen = null
    this.comparing.clear()
  }
}

const moves = (choices: Partial<ImportChoices>) =>
  ['sheet', 'encoding', 'delimiter', 'headerFrom', 'headerRows'].some((key) => key in choices)

function withoutColumns(choices: ImportChoices): ImportChoices {
  const rest: { -readonly [K in keyof ImportChoices]: ImportChoices[K] } = { ...choices }
  delete rest.columns
  return rest
}
