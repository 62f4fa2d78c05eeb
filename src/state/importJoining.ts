import type { ImportChoices } from '../import/plan.ts'
import { leadless, type GivenFile } from './importFile.ts'
import type { ImportList } from './importList.svelte.ts'
import type { ImportReading } from './importReading.ts'

/** Files of one header as one table: added to it, taken out of it. Each waits for the one before: see `Turns`. */
export class ImportJoining {
  readonly #list: ImportList
  readonly #engine: ImportReading

  constructor(list: ImportList, engine: ImportReading) {
    this.#list = list
    this.#engine = engine
  }

  /** Throws why together they are refused. */
  async add(id: number, given: GivenFile): Promise<void> {
    const into = this.#list.find(id)
    if (!into || into.session === null) return
    const plan = await this.#engine.add(into.session, given.source)
    const now = this.#list.find(id)
    if (now) this.#list.put({ ...now, plan, given: [...now.given, given] })
  }

  /** Two tables of one kind become one. Throws why together they are refused. */
  async unite(id: number, into: number): Promise<void> {
    const before = this.#count(into)
    try {
      for (const given of this.#list.find(id)?.given ?? []) await this.add(into, given)
    } catch (error) {
      // all or none: else rows of the file would be imported twice
      while (this.#count(into) > before) await this.#drop(into, before)
      throw error
    }
    const united = this.#list.find(id)
    if (!united) return
    this.#engine.discard(united)
    this.#list.removeInto(id, into)
  }

  /** Takes files out of a table of several: one, or all but the first. They stand by themselves, to be read anew. */
  async part(id: number, at: number | 'all'): Promise<void> {
    const places = at === 'all' ? [...(this.#list.find(id)?.given.keys() ?? [])].slice(1) : [at]
    for (const place of places.reverse()) {
      const parted = await this.#drop(id, place)
      if (parted) this.#list.addApart(id, parted.source)
    }
  }

  /** The file that is no longer part of the table. */
  async #drop(id: number, at: number): Promise<GivenFile | null> {
    const file = this.#list.find(id)
    const gone = file?.given[at]
    if (!file || file.session === null || !gone || file.given.length < 2) return null
    const kept = (choices: ImportChoices) => (at === 0 ? leadless(choices) : choices)
    const plan = await this.#engine.drop(file.session, at, kept(file.choices))
    const now = this.#list.find(id) ?? file
    this.#list.put({ ...now, choices: kept(now.choices), plan, given: now.given.toSpliced(at, 1) })
    return gone
  }

  #count(id: number): number {
    return this.#list.find(id)?.given.length ?? 0
  }
}
