import type { ImportSource } from '../import/plan.ts'
import { fileOf, isWaiting, takenOf, type ImportFile } from './importFile.ts'

/** The tables of an import in the order in which they came, and which of them is on show. */
export class ImportList {
  all = $state.raw<readonly ImportFile[]>([])
  chosen = $state<number | null>(null)
  /** The one on show. */
  readonly file = $derived(this.all.find(({ id }) => id === this.chosen) ?? null)
  readonly taken = $derived(takenOf(this.all))
  readonly waiting = $derived(this.all.some(isWaiting))
  #next = 1

  find(id: number): ImportFile | undefined {
    return this.all.find((one) => one.id === id)
  }

  add(sources: readonly ImportSource[]): void {
    const files = sources.map((source) => fileOf(this.#next++, source))
    this.all = [...this.all, ...files]
    // a second attempt after a refusal is the one to look at
    if (this.file === null || this.file.refusal !== null) this.chosen = files[0]?.id ?? null
  }

  /** A file that was part of the table `id` stands behind it by itself. */
  addApart(id: number, source: ImportSource): void {
    const behind = this.all.findIndex((one) => one.id === id) + 1
    const apart = { ...fileOf(this.#next++, source), alone: true }
    this.all = this.all.toSpliced(behind, 0, apart)
  }

  /** Takes the place of the one with its id. */
  put(file: ImportFile): void {
    this.all = this.all.map((one) => (one.id === file.id ? file : one))
  }

  remove(id: number): void {
    this.all = this.all.filter((one) => one.id !== id)
    if (this.chosen === id) this.chosen = this.all[0]?.id ?? null
  }

  /** Its rows are now part of another one, which is on show in its place. */
  removeInto(id: number, into: number): void {
    if (this.chosen === id) this.chosen = into
    this.remove(id)
  }

  clear(): void {
    this.all = []
    this.chosen = null
  }
}
