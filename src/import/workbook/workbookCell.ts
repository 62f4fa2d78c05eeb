import type { RawCell } from '../../table/raw.ts'
import { type FormatKind, formatKind } from './numberFormat.ts'

/** A cell of SheetJS, as far as it is read here. */
export interface BookCell {
  readonly t: string // n number, s text, b boolean, e error, d date, z empty
  readonly v?: unknown
  readonly z?: unknown // number format
}
/** The formatter of SheetJS, which has no types of its own. */
export interface Formats {
  format(format: string, value: unknown): string
}

const errorTexts: Readonly<Record<number, string>> = {
  0: '#NULL!',
  7: '#DIV/0!',
  15: '#VALUE!',
  23: '#REF!',
  29: '#NAME?',
  36: '#NUM!',
  42: '#N/A',
  43: '#GETTING_DATA',
}

const dayOf1900 = 25_569 // serial of 1970-01-01
const days1904 = 1_462

/** Reads cells of one workbook; its epoch is 1900 (Windows) or 1904 (old Macs). */
export function cellReader(formats: Formats, epoch: 1900 | 1904): (cell: BookCell) => RawCell {
  const kinds = new Map<string, FormatKind>()
  const kindOf = (format: string): FormatKind => {
    const known = kinds.get(format)
    if (known) return known
    const kind = formatKind(format)
    kinds.set(format, kind)
    return kind
  }
  return ({ t, v, z }) => {
    if (t === 's' && typeof v === 'string') return v
    if (t === 'b') return v === true
    if (t === 'e') return { kind: 'error', text: errorTexts[Number(v)] ?? '#VALUE!' }
    if (v instanceof Date) return { kind: 'date', day: v.getTime() / 86_400_000 }
    if (typeof v !== 'number') return null
    const format = typeof z === 'string' ? z : 'General'
    const kind = kindOf(format)
    if (kind === 'date') return { kind: 'date', day: dayOf(v, epoch) }
    if (kind === 'plain') return v
    return { kind: 'number', value: v, text: shown(formats, format, v) }
  }
}

/**
 * Days since 1970. Excel of 1900 counts a 29 February 1900 that never was, so that earlier serials are one day short
 * (Microsoft KB 214326).
 */
export function dayOf(serial: number, epoch: 1900 | 1904): number {
  if (epoch === 1904) return serial + days1904 - dayOf1900
  return serial < 60 ? serial + 1 - dayOf1900 : serial - dayOf1900
}

/** `!` escapes a letter in East Asian Excel as `\` does; SheetJS knows the latter only. */
const eastEscape = /"[^"]*"|\\.|!(.)/g
const escaped = (all: string, letter?: string) => (letter === undefined ? all : `\\${letter}`)

/** The text that the cell shows. */
export function shown(formats: Formats, format: string, value: number): string {
  try {
    return formats.format(format.replace(eastEscape, escaped), value).trim()
  } catch {
    return String(value) // formats that no one has written down
  }
}
