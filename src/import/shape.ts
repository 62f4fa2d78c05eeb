import type { Job } from '../core/job.ts'
import { AppError } from '../core/error.ts'
import { matchForm } from '../table/parse/normalise.ts'
import type { RawSheet } from './importer.ts'
import { findLayout } from './layout.ts'

const lookedAt = 200 // rows: a header and enough below it to know it
const enough = 0.8 // names that two lists of one shape share, of the wider one

/** The names in the header of a sheet; null = it has no header, or nothing below. */
export async function headOf(sheet: RawSheet, job: Job): Promise<readonly string[] | null> {
  try {
    const top = { ...sheet, rowCount: Math.min(sheet.rowCount, lookedAt) }
    const { layout, headers } = await findLayout(top, {}, job)
    return layout.headerFrom < 0 ? null : headers.map(({ name }) => name)
  } catch (error) {
    if (error instanceof AppError && error.code.startsWith('file.')) return null
    throw error
  }
}

/** Whether two lists hold the same columns, a few more or fewer aside, in whatever order. */
export function sameShape(one: readonly string[] | null, other: readonly string[] | null): boolean {
  if (!one || !other) return false
  const ones = formsOf(one)
  const others = formsOf(other)
  let common = 0
  for (const name of ones) if (others.has(name)) common++
  return common > 0 && common >= enough * Math.max(ones.size, others.size)
}

const formsOf = (names: readonly string[]) =>
  new Set(names.map(matchForm).filter((name) => name !== ''))
