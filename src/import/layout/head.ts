import { AppError } from '../../core/error.ts'
import type { Job } from '../../core/job.ts'
import type { RawSheet } from '../importer.ts'
import { findLayout } from './layout.ts'

const lookedAt = 200 // rows: a header and enough below it to know it

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
