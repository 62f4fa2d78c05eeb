import type { FilterWay } from './filterConditions.ts'

/** The values that a search has found, all ticked at first: as in a spreadsheet, what is not found goes. */
export interface FoundValues {
  readonly search: string
  readonly listed: readonly string[] | null // null = they are still looked for
  readonly more: number // found, but not listed
  readonly unticked: ReadonlySet<string>
  readonly added: boolean // to those ticked before
}

interface Ticked {
  readonly values: ReadonlySet<string>
  readonly except: boolean
  readonly found: FoundValues | null
}

export const isTicked = ({ values, except, found }: Ticked, text: string): boolean =>
  found ? !found.unticked.has(text) : values.has(text) !== except

/** With these values ticked, or no longer. */
export function ticked<Form extends Ticked>(
  form: Form,
  texts: readonly string[],
  on: boolean,
): Form {
  const { values, except, found } = form
  if (found) return { ...form, found: { ...found, unticked: changed(found.unticked, texts, !on) } }
  return { ...form, values: changed(values, texts, on !== except) }
}

function changed(before: ReadonlySet<string>, texts: readonly string[], isIn: boolean) {
  const next = new Set(before)
  for (const text of texts)
    if (isIn) next.add(text)
    else next.delete(text)
  return next
}

/**
 * null = everything is kept; `unknown` = the search has not answered yet. All that is found where not all of it is listed is kept
 * by the text itself.
 */
export function valuesFilter({ values, except, found }: Ticked): FilterWay | null | 'unknown' {
  if (!found)
    return except && values.size === 0 ? null : { kind: 'values', values: [...values], except }
  const { search, listed, more, unticked, added } = found
  if (!added && unticked.size === 0 && (listed === null || more > 0))
    return { kind: 'contains', text: search.trim().replace(/[*?~]/g, '~$&') }
  if (listed === null) return 'unknown'
  const kept = listed.filter((text) => !unticked.has(text))
  if (!added) return { kind: 'values', values: kept, except: false }
  const all = changed(values, kept, !except)
  return except && all.size === 0 ? null : { kind: 'values', values: [...all], except }
}
