import type { Merge } from '../importer.ts'
import { type XmlScanner, nameOf } from '../xml/scanner.ts'
import { decodeText } from '../xml/text.ts'

const ref = nameOf('ref')

/** `A1:C3` of the attribute `ref`. */
export function rangeOf(xml: XmlScanner): Merge | null {
  while (xml.nextAttribute()) {
    if (xml.attribute !== ref) continue
    const range = decodeText(xml.bytes, xml.valueFrom, xml.valueTo)
    const [, left = '', top = '', right = left, bottom = top] =
      /^\$?([A-Z]{1,3})\$?(\d{1,7})(?::\$?([A-Z]{1,3})\$?(\d{1,7}))?$/i.exec(range) ?? []
    if (left === '') return null
    return {
      row: Number(top) - 1,
      column: columnOf(left),
      toRow: Number(bottom) - 1,
      toColumn: columnOf(right),
    }
  }
  return null
}

function columnOf(letters: string): number {
  let column = 0
  for (const letter of letters.toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64
  return column - 1
}

const isoDay = /^(\d{4})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d)(?::(\d\d(?:\.\d+)?))?Z?)?$/

/** Days since 1970 of an ISO 8601 date as strict files write them; null = it is none. */
export function dayIn(text: string): number | null {
  const parts = isoDay.exec(text)
  if (!parts) return null
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = parts
    .slice(1)
    .map((part) => Number(part ?? 0))
  const date = new Date(Date.UTC(year, month - 1, day))
  if (date.getUTCMonth() !== month - 1 || hour > 24 || minute > 59 || second >= 61) return null
  return date.getTime() / 86_400_000 + (hour + minute / 60 + second / 3600) / 24
}
