import type { Cells } from '../../table/raw.ts'
import { type RawSheet, cellOf, isBlank, textOf } from '../importer.ts'
import { isLabel, isTyped } from './look.ts'
import type { Merged } from './merged.ts'

/** Rows of a sheet that name its columns. */
export interface HeaderSpan {
  readonly from: number
  readonly to: number // exclusive
}

/** What the header rows say of one column. */
export interface Header {
  readonly index: number // in the file
  readonly name: string // cleaned; '' = the file gives none
  readonly group: string | null
  /** Group words of a row whose spans cannot be trusted (pasted text): the column's role decides which is its own. */
  readonly groupWords: readonly string[]
}

const groupWords =
  /^(客户)?(基本|基础|档案)?信息$|指标|^(分级|评级|评分|分层)?结果$|^备注$|^说明$|^(customer|profile|basic info|criteria|metrics|results?|notes?)$/i

/** From the row that names the columns: up over group rows, down over cells joined across rows. At most three rows. */
export function headerSpan(sheet: RawSheet, merged: Merged, row: number): HeaderSpan | null {
  if (row < 0) return null
  let to = row + 1
  for (let column = 0; column < sheet.columns.length; column++) {
    const merge = merged.at(row, column)
    if (merge && merge.toRow > row) to = Math.max(to, merge.toRow + 1)
  }
  if (to === row + 1 && completes(sheet, row, row + 1)) to = row + 2
  let from = row
  while (from > 0 && to - from < 3 && isGroupRow(sheet, merged, from - 1, from)) from--
  return { from: Math.max(from, to - 3), to: Math.min(to, sheet.rowCount) }
}

/** The row below names what this row leaves blank, as when joined cells were pasted as text. */
function completes(sheet: RawSheet, row: number, below: number): boolean {
  let added = 0
  let left = 0
  for (const column of sheet.columns) {
    const upper = column.at(row) ?? null
    const lower = column.at(below) ?? null
    if (!isBlank(lower) && isTyped(lower)) return false
    if (isBlank(lower) && !isBlank(upper)) left++
    if (!isBlank(lower) && isBlank(upper)) {
      const next = column.at(below + 1) ?? null
      if (isBlank(next) || isTyped(next)) added++
    }
  }
  return added > 0 && left > 0
}

/** 单位名称：某某公司 says something of the whole list. */
const tells = /^[^:：]{2,}[:：]\s*\S/

/** Labels over labels: fewer than the names below, or joined over some of them. One cell over all is a title. */
function isGroupRow(sheet: RawSheet, merged: Merged, row: number, below: number): boolean {
  const texts: string[] = []
  let named = 0
  let wide = false
  let narrow = false
  for (let column = 0; column < sheet.columns.length; column++) {
    const lower = !isBlank(merged.shown(below, column))
    if (lower) named++
    const cell = merged.shown(row, column)
    if (isBlank(cell)) continue
    if (!isLabel(cell) || tells.test(textOf(cell))) return false
    const merge = merged.at(row, column)
    if (merge && merge.toColumn > merge.column) {
      if (merge.toColumn - merge.column + 1 >= sheet.columns.length) return false
      wide = true
    }
    if (merge === null || merge.row === row) narrow = true
    const text = textOf(cell)
    if (lower && texts[texts.length - 1] !== text) texts.push(text) // over a blank it is a name of its own
  }
  if (!narrow || texts.length === 0 || texts.length > named) return false
  const words = texts.filter((text) => groupWords.test(text)).length
  if (texts.length === 1) return wide || words === 1
  return wide || words >= 2 || texts.length <= named * 0.6
}

/** Columns that have a name or a value; wholly empty ones are left out. */
export function headersOf(
  sheet: RawSheet,
  merged: Merged,
  span: HeaderSpan | null,
  dataFrom: number,
): Header[] {
  const groups = span ? groupRowTexts(sheet, merged, span) : []
  return sheet.columns.flatMap((column, index) => {
    const filled = fillsFrom(column, dataFrom)
    const texts = span ? columnTexts(merged, groups, span, index) : []
    const name = cleanName(texts[texts.length - 1] ?? '')
    if (!filled && (name === '' || isCovered(merged, span, index))) return []
    const above = texts.slice(0, -1).map(cleanName)
    const group = above.reverse().find((text) => text !== '' && text !== name) ?? null
    const words = groups.flatMap((row) => (row.trusted ? [] : row.words))
    return [{ index, name, group, groupWords: words }]
  })
}

function fillsFrom(column: Cells, from: number): boolean {
  for (let row = from; row < column.length; row++) if (!isBlank(column.at(row))) return true
  return false
}

/** The right part of a name joined over several columns. */
function isCovered(merged: Merged, span: HeaderSpan | null, column: number): boolean {
  const merge = span && merged.at(span.to - 1, column)
  return merge !== null && merge.column < column
}

interface GroupRow {
  readonly row: number
  readonly trusted: boolean
  readonly words: readonly string[]
  readonly texts: readonly string[] // by column, spread over the blanks that follow
}

/** The texts of one column from the top header row down, its name last. */
function columnTexts(
  merged: Merged,
  groups: readonly GroupRow[],
  span: HeaderSpan,
  column: number,
): string[] {
  const texts: string[] = []
  let name = ''
  for (let row = span.from; row < span.to; row++) {
    const own = textOf(merged.shown(row, column))
    const group = groups.find((g) => g.row === row)
    const upper = group ? (group.trusted ? (group.texts[column] ?? '') : '') : ''
    if (own !== '' && !(group && !group.trusted)) name = own
    if (group) texts.push(upper)
  }
  const last = textOf(merged.shown(span.to - 1, column))
  return [...texts, last === '' ? name : last]
}

/**
 * Header rows above the last. Joined cells give their spans; texts with blanks between them reach to the next text.
 * Texts that all stand at the left (群组 | 群组 | | |) say nothing about spans: pasted tables lose them.
 */
function groupRowTexts(sheet: RawSheet, merged: Merged, span: HeaderSpan): GroupRow[] {
  const rows: GroupRow[] = []
  const width = sheet.columns.length
  for (let row = span.from; row < span.to - 1; row++) {
    const own = Array.from({ length: width }, (_, column) => textOf(merged.shown(row, column)))
    const joined = own.some((_, column) => {
      const merge = merged.at(row, column)
      return merge !== null && merge.toColumn > merge.column
    })
    const words = [...new Set(own.filter((text) => text !== ''))].map(cleanName)
    const lastFilled = own.findLastIndex((text) => text !== '')
    const compact = lastFilled + 1 === words.length && lastFilled + 1 < width
    const trusted = joined || !compact || sheet.merges.length > 0
    const texts = trusted && !joined ? spread(own, sheet, span.to - 1) : own
    rows.push({ row, trusted, words, texts })
  }
  return rows
}

function spread(texts: readonly string[], sheet: RawSheet, nameRow: number): string[] {
  let current = ''
  return texts.map((text, column) => {
    if (text !== '') current = text
    return isBlank(cellOf(sheet, nameRow, column)) ? text : current
  })
}

/** Without the star of a required field, line breaks and doubled blanks. */
function cleanName(text: string): string {
  return text
    .replace(/^[\s*＊]+|[\s*＊]+$/g, '')
    .replace(/\s+/g, ' ')
    .trim()
}
