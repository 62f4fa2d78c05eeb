import { existsSync, readFileSync } from 'node:fs'
import Papa from 'papaparse'
import { sharedData } from '../unit/sharedData.ts'
import type { History } from '../../src/models/btyd/history.ts'

/** Results of lifetimes, CLVTools and BTYD, and numbers of the papers (data/MANIFEST.md, "btyd"). */
export const btydData = sharedData !== null && existsSync(`${sharedData}/btyd`)

export function texts(name: string): (column: string) => string[] {
  const { data } = Papa.parse<string[]>(readFileSync(`${sharedData}/${name}`, 'utf8').trim())
  const [header = [], ...rows] = data
  return (column) => {
    const at = header.indexOf(column)
    if (at < 0) throw new Error(`no column ${column}`)
    return rows.map((row) => row[at] ?? '')
  }
}

export function columns(name: string): (column: string) => Float64Array {
  const column = texts(name)
  return (wanted) => Float64Array.from(column(wanted), Number)
}

export function json<T>(name: string): T {
  return JSON.parse(readFileSync(`${sharedData}/btyd/${name}`, 'utf8')) as T
}

export function historyIn(column: (name: string) => Float64Array): History {
  return {
    frequency: column('frequency'),
    recency: column('recency'),
    age: column('T'),
    monetary: column('monetary_value'),
  }
}

/** The largest difference relative to the expected value, or absolute below `floor`. */
export function furthest(
  found: (row: number) => number,
  expected: Float64Array,
  floor = 1e-9,
): number {
  let most = 0
  for (let row = 0; row < expected.length; row++) {
    const want = expected[row] as number
    const off = Math.abs(found(row) - want) / Math.max(Math.abs(want), floor)
    if (!(off <= most)) most = off
  }
  return most
}
