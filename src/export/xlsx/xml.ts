/** SpreadsheetML text: escaping, references, cells. Customer text only ever becomes a string cell, never a formula. */

// eslint-disable-next-line no-control-regex -- the format forbids these very characters
const unsafe = /[&<>"\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|_x[0-9A-Fa-f]{4}_/
const unsafeAll = new RegExp(unsafe.source, 'g')
const named: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** Control characters become `_xHHHH_` (ECMA-376 22.4.2.4); text that already looks so is escaped once more. */
export function escapeXml(text: string): string {
  if (!unsafe.test(text)) return text
  return text.replace(unsafeAll, (found) => {
    if (found.length > 1) return `_x005F${found}`
    return named[found] ?? `_x${found.charCodeAt(0).toString(16).padStart(4, '0').toUpperCase()}_`
  })
}

/** 0 → A, 26 → AA. */
export function columnName(index: number): string {
  let name = ''
  for (let n = index + 1; n > 0; n = Math.floor((n - 1) / 26))
    name = String.fromCharCode(65 + ((n - 1) % 26)) + name
  return name
}

/** Absolute: $C$4. `row` from 1. */
export const fixed = (column: number, row: number) => `$${columnName(column)}$${row}`
export const range = (column: number, from: number, to: number) =>
  `${fixed(column, from)}:${fixed(column, to)}`
/** 'Sheet name'!ref */
export const on = (sheet: string, ref: string) => `'${sheet.replaceAll("'", "''")}'!${ref}`
/** A text inside a formula. */
export const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`

/** What a cell holds. A formula carries the value that it gives now, for viewers that do not calculate. */
export type SheetCell =
  | null
  | string
  | number
  | boolean
  | { readonly formula: string; readonly value: string | number | boolean }

/** Longest text that Excel keeps in a cell. */
export const longestText = 32_767

export function cellXml(ref: string, style: number, cell: SheetCell): string {
  const open = `<c r="${ref}"${style ? ` s="${style}"` : ''}`
  if (cell === null || cell === '') return style ? `${open}/>` : ''
  if (typeof cell === 'number')
    return Number.isFinite(cell) ? `${open}><v>${cell}</v></c>` : style ? `${open}/>` : ''
  if (typeof cell === 'boolean') return `${open} t="b"><v>${Number(cell)}</v></c>`
  if (typeof cell === 'string')
    return `${open} t="inlineStr"><is><t xml:space="preserve">${escapeXml(cell)}</t></is></c>`
  return formulaXml(open, cell.formula, cell.value)
}

function formulaXml(open: string, formula: string, value: string | number | boolean): string {
  const body = `<f>${escapeXml(formula)}</f>`
  if (typeof value === 'number') return `${open}>${body}<v>${value}</v></c>`
  if (typeof value === 'boolean') return `${open} t="b">${body}<v>${Number(value)}</v></c>`
  return `${open} t="str">${body}<v>${escapeXml(value)}</v></c>`
}
