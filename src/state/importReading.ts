import { AppError } from '../core/error.ts'
import type { EngineClient } from '../engine/protocol.ts'
import type { ImportChoices, ImportSource } from '../import/plan.ts'
import type { GivenFile, ImportFile } from './importFile.ts'
import type { Jobs } from './jobs.svelte.ts'
import { type Mappings, shapeOf } from './mappings.ts'
import type { Notices } from './notices.svelte.ts'

/** What the engine makes of the files of an import; it keeps what it read under a session of its own per table. */
export class ImportReading {
  readonly #client: EngineClient
  readonly #notices: Notices
  readonly #jobs: Jobs
  readonly #mappings: Mappings

  constructor(client: EngineClient, notices: Notices, jobs: Jobs, mappings: Mappings) {
    this.#client = client
    this.#notices = notices
    this.#jobs = jobs
    this.#mappings = mappings
  }

  /** The file with its plan, or with why it was refused. */
  async read(file: ImportFile, into: 'new' | 'replace'): Promise<ImportFile> {
    const { choices } = file
    const source = (file.given[0] as GivenFile).source
    try {
      const { session, plan } = await this.#jobs.run((options) =>
        this.#client.call('planImport', { source, choices, into }, options),
      )
      const shape = shapeOf(plan)
      return { ...file, session, plan, shape, remembered: this.#mappings.find(shape) }
    } catch (error) {
      if (error instanceof AppError) return { ...file, refusal: error }
      this.#notices.fail(error)
      return { ...file, refusal: new AppError('file.damaged') }
    }
  }

  /** The one of `files` that has the header of this file; null = none, or they are to stand apart. */
  async alike(file: ImportFile, files: readonly ImportFile[]): Promise<ImportFile | null> {
    const others = files.filter((one) => one.session !== null && !one.alone)
    if (file.session === null || file.alone || others.length === 0) return null
    const among = others.flatMap(({ session }) => session ?? [])
    try {
      const alike = await this.#client.call('alikeImport', { session: file.session, among })
      return others.find(({ session }) => session === alike) ?? null
    } catch (error) {
      this.#notices.fail(error)
      return null
    }
  }

  add(session: string, source: ImportSource) {
    return this.#jobs.run((options) => this.#client.call('addSource', { session, source }, options))
  }

  drop(session: string, at: number, choices: ImportChoices) {
    return this.#client.call('dropSource', { session, at, choices })
  }

  change(session: string, choices: ImportChoices) {
    return this.#client.call('changePlan', { session, choices })
  }

  /** The engine may forget what it read. */
  discard({ session }: ImportFile): void {
    if (session === null) return
    this.#client.call('discardImport', { session }).catch(() => {
      // the engine is gone or has forgotten it: nothing is left to free
    })
  }
}
