import type {
  EngineClient,
  ExportedFile,
  ExportEstimate,
  ExportRequest,
} from '../engine/protocol.ts'
import type { SqlDialect } from '../expression/sqlDialect.ts'
import type { SheetView, SheetWindow } from '../engine/views.ts'
import type { Jobs } from './jobs.svelte.ts'
import type { Locale } from './locale.svelte.ts'
import type { Notices } from './notices.svelte.ts'
import type { Page } from './page.ts'
import type { Preferences } from './preferences.ts'
import type { Project } from './project.svelte.ts'
import type { Sheet } from './sheet.svelte.ts'
import { isFiltered } from './sheetQuery.ts'

export type ExportKind = ExportRequest['exporter']
const endings: Record<ExportKind, string> = { workbook: '.xlsx', csv: '.csv', sql: '.sql' }
const sampleRows = 4

export interface ExportSample {
  readonly sheet: SheetView
  readonly window: SheetWindow
}

/** The export dialog: what is to come out, what it will hold, and the file on its way to the user. */
export class Exporting {
  isOpen = $state(false)
  kind = $state<ExportKind>('workbook')
  name = $state('') // without its ending
  rows = $state<ExportRequest['rows']>('all')
  details = $state(false)
  maskPhones = $state(false)
  maskIdentities = $state(true)
  withHidden = $state(true) // as Excel and WPS save a CSV
  keepCodes = $state(false)
  guard = $state(true)
  sqlDialect = $state<SqlDialect>('postgres')
  sqlTable = $state('customers')
  estimate = $state.raw<ExportEstimate | null>(null)
  sample = $state.raw<ExportSample | null>(null)
  /** Rows written so far; null = nothing is being written. */
  running = $state.raw<{ readonly done: number; readonly total: number } | null>(null)
  readonly #client: EngineClient
  readonly #project: Project
  readonly #sheet: Sheet
  readonly #locale: Locale
  readonly #notices: Notices
  readonly #jobs: Jobs
  readonly #preferences: Preferences
  #control: AbortController | null = null
  #asked = 0

  constructor({ client, project, locale, notices, jobs, preferences }: Page, sheet: Sheet) {
    this.#client = client
    this.#project = project
    this.#sheet = sheet
    this.#locale = locale
    this.#notices = notices
    this.#jobs = jobs
    this.#preferences = preferences
    this.maskPhones = preferences.get('maskPhones') === 'yes'
    this.maskIdentities = preferences.get('maskIdentities') !== 'no'
    this.keepCodes = preferences.get('exportKeepCodes') === 'yes'
    this.withHidden = preferences.get('exportHidden') !== 'no'
  }

  get ending(): string {
    return endings[this.kind]
  }

  get hasIdentities(): boolean {
    return (this.#sheet.pages.view?.covered ?? null) !== null
  }

  /** Remembered for the next file. */
  mask(what: 'maskPhones' | 'maskIdentities', on: boolean): void {
    this[what] = on
    this.#remember(what, on)
  }

  /** Remembered as well. */
  takeHidden(on: boolean): void {
    this.withHidden = on
    this.#remember('exportHidden', on)
  }

  keep(on: boolean): void {
    this.keepCodes = on
    this.#remember('exportKeepCodes', on)
  }

  #remember(what: string, on: boolean): void {
    this.#preferences.set(what, on ? 'yes' : 'no')
    void this.ask()
  }

  get isFiltered(): boolean {
    return isFiltered(this.#sheet.query) || this.#sheet.query.search !== ''
  }

  open(kind: ExportKind = 'workbook'): void {
    this.kind = kind
    this.name = fileNameOf(this.#project.view.current?.name ?? '', new Date())
    this.rows = 'all'
    this.estimate = null
    this.sample = null
    this.isOpen = true
    void this.ask()
  }

  close(): void {
    this.cancel()
    this.isOpen = false
  }

  cancel(): void {
    this.#control?.abort()
  }

  choose(kind: ExportKind): void {
    this.kind = kind
    void this.ask()
  }

  /** What would come out under the present choices. */
  async ask(): Promise<void> {
    const asked = ++this.#asked
    const request = this.#request()
    const query = this.rows === 'all' ? whole : this.#sheet.query
    try {
      const [estimate, sheet, window] = await Promise.all([
        this.#client.call('estimateExport', request),
        this.#client.view('sheet', query),
        this.#client.view('window', { query, from: 0, to: sampleRows }),
      ])
      if (asked !== this.#asked) return
      this.estimate = estimate
      this.sample = { sheet, window }
    } catch (error) {
      this.#notices.fail(error)
    }
  }

  async run(): Promise<void> {
    if (this.running || this.name.trim() === '') return
    const control = new AbortController()
    this.#control = control
    this.running = { done: 0, total: 0 }
    try {
      const file = await this.#jobs.run(({ signal, onProgress }) => {
        signal.addEventListener('abort', () => control.abort())
        return this.#client.call('exportFile', this.#request(), {
          signal: control.signal,
          onProgress: (progress) => {
            this.running = { done: progress.done, total: progress.total }
            onProgress(progress)
          },
        })
      })
      download(file)
      this.isOpen = false
      this.#notices.say(this.#said(file))
    } catch (error) {
      this.#notices.fail(error)
    } finally {
      this.running = null
      this.#control = null
    }
  }

  #request(): ExportRequest {
    return {
      exporter: this.kind,
      language: this.#locale.language,
      fileName: this.name.trim() + this.ending,
      rows: this.rows,
      query: this.rows === 'view' ? this.#sheet.query : null,
      options: {
        details: this.details,
        maskPhones: this.maskPhones,
        maskIdentities: this.maskIdentities,
        guardFormulas: this.guard,
        keepCodes: this.keepCodes,
        leaveOutHidden: !this.withHidden,
        sqlDialect: this.sqlDialect,
        sqlTable: this.sqlTable,
      },
    }
  }

  #said(file: ExportedFile): string {
    const { words, count } = this.#locale
    if (file.cut > 0) return words.exporting.doneCut(file.name, count(file.cut))
    if (file.guarded > 0) return words.exporting.doneGuarded(file.name, count(file.guarded))
    return words.exporting.done(file.name)
  }
}

const whole = { sort: null, thenBy: [], filters: [], columns: [], search: '' }

/** 2026客户分级_华东区_20261121: the project's name without what a file system refuses, and the day. */
export function fileNameOf(project: string, today: Date): string {
  const name = project
    .replace(/[\s·•]*[·•][\s·•]*/g, '_')
    .replace(/[\\/:*?"<>|\p{Cc}]/gu, '_')
    .replace(/(?<=[^\x20-\x7e])\s+|\s+(?=[^\x20-\x7e])/g, '') // as Chinese is written
    .replace(/\s+/g, '_')
    .replace(/^[._]+|[._]+$/g, '')
    .slice(0, 80)
  const two = (value: number) => String(value).padStart(2, '0')
  const day = `${today.getFullYear()}${two(today.getMonth() + 1)}${two(today.getDate())}`
  return name === '' ? day : `${name}_${day}`
}

const keepFor = 60_000 // ms: some browsers read the blob late

function download(file: ExportedFile): void {
  const url = URL.createObjectURL(new Blob([...file.parts], { type: file.type }))
  const link = document.createElement('a')
  link.href = url
  link.download = file.name
  document.body.append(link)
  link.click()
  link.remove()
  setTimeout(() => URL.revokeObjectURL(url), keepFor)
}
