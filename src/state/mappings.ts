import type { ImportChoices, ImportPlan } from '../import/plan.ts'
import type { Preferences } from './preferences.ts'

/** What was set for a list: what it is, roles, readings and names of columns, where the header stands, what is joined how. */
export type Mapping = Pick<ImportChoices, (typeof parts)[number]>
const parts = [
  'kind',
  'headerFrom',
  'headerRows',
  'includeTotals',
  'missing',
  'alike',
  'repeats',
  'sourceColumn',
  'columns',
] as const

interface Kept {
  readonly shape: string
  readonly mapping: Mapping
}

const name = 'mappings'
const most = 30 // shapes remembered; the oldest goes

/**
 * The last mapping of each header shape. Of the list itself only what was decided by hand is kept:
 * column names, what words are worth, texts that mean "empty", the order of tiers. A shape is a number
 * of its header.
 */
export class Mappings {
  readonly #preferences: Preferences

  constructor(preferences: Preferences) {
    this.#preferences = preferences
  }

  find(shape: string | null): Mapping | null {
    return this.#all().find((kept) => kept.shape === shape)?.mapping ?? null
  }

  /** Nothing set by hand is nothing to remember: the last mapping is forgotten. */
  keep(shape: string | null, choices: ImportChoices): void {
    if (shape === null) return
    const mapping = mappingOf(choices)
    const others = this.#all().filter((kept) => kept.shape !== shape)
    const all = Object.keys(mapping).length === 0 ? others : [{ shape, mapping }, ...others]
    this.#preferences.set(name, all.length === 0 ? null : JSON.stringify(all.slice(0, most)))
  }

  #all(): readonly Kept[] {
    try {
      const all: unknown = JSON.parse(this.#preferences.get(name) ?? '[]')
      return Array.isArray(all) ? all.filter(isKept) : []
    } catch {
      return [] // written by something else
    }
  }
}

function isKept(value: unknown): value is Kept {
  return typeof value === 'object' && value !== null && 'shape' in value && 'mapping' in value
}

function mappingOf(choices: ImportChoices): Mapping {
  return Object.fromEntries(
    parts.flatMap((part) => (part in choices ? [[part, choices[part]]] : [])),
  )
}

/**
 * Two lists of the same headers in the same order have one shape. A number, since what was taken for a header may be a
 * customer's row. null = the list has no header.
 */
export function shapeOf(plan: ImportPlan): string | null {
  if (plan.layout.headerFrom < 0) return null
  const heads = plan.columns.map((column) => `${column.group ?? ''}\u0001${column.name}`)
  return `${heads.length}-${hash(heads.join('\u0002'), 0x811c9dc5)}${hash(heads.join('\u0003'), 0x1b873593)}`
}

/** FNV-1a over UTF-16 units, 32 bits as hex. */
function hash(text: string, seed: number): string {
  let value = seed
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193)
  return (value >>> 0).toString(16).padStart(8, '0')
}
