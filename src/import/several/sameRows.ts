import type { Job } from '../../core/job.ts'
import { rawText } from '../../table/parse/rawText.ts'
import type { Cells } from '../../table/raw.ts'
import type { Joined } from './join.ts'
import type { Repeats } from './latest.ts'

/**
 * Rows of several parts that say the same in every column are taken once: exports of two months overlap. Rows that stand
 * twice within one part stay two, such as the same article bought twice.
 */
export async function onceEach(joined: Joined, job: Job): Promise<Repeats> {
  const { sheet, layout } = joined
  const columns: Cells[] = []
  for (const { index } of layout.headers)
    if (index !== joined.sourceColumn) columns.push(sheet.columns[index] ?? [])
  const known = new Map<number, number[]>() // rows taken so far, by the hash of their texts
  const kept: number[] = []
  let count = 0
  let seen = 0
  for (const { rows } of joined.parts) {
    const used = new Set<number>() // rows of earlier parts that a row of this part was found to equal
    const own: [number, number][] = []
    for (const row of rows) {
      if (seen++ % 1_024 === 0)
        await job.checkpoint({ step: 'type', done: seen, total: layout.rows.length })
      const hash = hashOf(row)
      const twin = known.get(hash)?.find((other) => !used.has(other) && equal(row, other))
      if (twin === undefined) {
        kept.push(row)
        own.push([hash, row])
      } else {
        used.add(twin)
        count++
      }
    }
    for (const [hash, row] of own) {
      const same = known.get(hash)
      if (same) same.push(row)
      else known.set(hash, [row])
    }
  }
  return { joined: { ...joined, layout: { ...layout, rows: Uint32Array.from(kept) } }, count }

  /** FNV-1a over the texts of a row. */
  function hashOf(row: number): number {
    let value = 0x811c9dc5
    for (const column of columns) {
      const text = rawText(column.at(row) ?? null)
      for (let i = 0; i < text.length; i++)
        value = Math.imul(value ^ text.charCodeAt(i), 0x01000193)
      value = Math.imul(value ^ 1, 0x01000193)
    }
    return value
  }

  function equal(one: number, other: number): boolean {
    return columns.every(
      (column) => rawText(column.at(one) ?? null) === rawText(column.at(other) ?? null),
    )
  }
}
