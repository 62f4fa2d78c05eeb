import type { Criterion, IsoDate } from '../scheme/scheme.ts'
import { type Table, columnById } from '../table/table.ts'
import type { Utilities } from './result.ts'
import { utilitiesOf } from './utilities.ts'

interface Entry {
  readonly made: string // column and its revision, scoring, preparation, what is frozen, direction, missing policy, as-of date for dates
  readonly order: Uint32Array
  readonly utilities: Utilities
}

/**
 * Utilities by what they were made from, so that moving a weight or a cut-off computes none anew. Weights, names and the
 * criterion's id are no part of that. Bounded by bytes; the longest unused go first.
 */
export class UtilityCache {
  readonly #entries: Entry[] = [] // latest used last
  readonly #maxBytes: number

  constructor(maxBytes = 512 * 2 ** 20) {
    this.#maxBytes = maxBytes
  }

  get(criterion: Criterion, table: Table, asOf: IsoDate): Utilities {
    const made = madeFrom(criterion, table, asOf)
    const at = this.#entries.findIndex((e) => e.order === table.order && e.made === made)
    const found = at < 0 ? undefined : this.#entries.splice(at, 1)[0]
    const entry = found ?? {
      made,
      order: table.order,
      utilities: utilitiesOf(criterion, table, asOf),
    }
    this.#entries.push(entry)
    if (!found) this.#drop()
    const { utilities } = entry
    return utilities.criterion === criterion.id
      ? utilities
      : { ...utilities, criterion: criterion.id }
  }

  clear(): void {
    this.#entries.length = 0
  }

  #drop(): void {
    let bytes = this.#entries.reduce((sum, entry) => sum + bytesOf(entry), 0)
    while (bytes > this.#maxBytes && this.#entries.length > 1) {
      const gone = this.#entries.shift()
      if (gone) bytes -= bytesOf(gone)
    }
  }
}

function madeFrom(criterion: Criterion, table: Table, asOf: IsoDate): string {
  const column = columnById(table, criterion.column)
  const { scoring, prepare, frozen, direction, missing } = criterion
  const day = column?.type === 'date' ? asOf : ''
  return JSON.stringify([
    table.id,
    table.rowCount,
    criterion.column,
    column?.revision ?? null,
    scoring,
    prepare ?? null,
    frozen ?? null,
    direction,
    missing,
    day,
  ])
}

function bytesOf({ utilities }: Entry): number {
  return utilities.values.byteLength + utilities.present.byteLength
}
