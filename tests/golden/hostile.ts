import { deflateRawSync } from 'node:zlib'
import { AppError } from '../../src/core/error.ts'
import { createJob } from '../../src/core/job.ts'
import { buildTable, openSource, planImport } from '../../src/import/read.ts'
import { rawZip } from '../unit/import/rawZip.ts'
import { worksheet, xlsxParts } from '../unit/import/xlsxFile.ts'

/**
 * Files that want to hurt: each gives a table, or is refused with a code, soon. Whoever takes longer than the test allows,
 * or throws an error of another kind, fails. (What never ends at all is ended with its worker: engine/reader.)
 */
export async function outcome(content: string | Uint8Array<ArrayBuffer>, name = '客户.xlsx') {
  const job = createJob()
  try {
    const opened = await openSource({ kind: 'file', file: new Blob([content]), name }, job)
    const plan = await planImport(opened, {}, '2026-11-22', job)
    const table = await buildTable(opened, plan, {}, 'customers', job)
    return `${table.rowCount} rows`
  } catch (error) {
    if (error instanceof AppError) return error.code
    throw error
  }
}

export const row = (number: number, ...cells: (string | number)[]) =>
  `<row r="${number}">${cells
    .map((cell) =>
      typeof cell === 'number'
        ? `<c><v>${cell}</v></c>`
        : `<c t="inlineStr"><is><t>${cell}</t></is></c>`,
    )
    .join('')}</row>`
export const list = row(1, '客户名称', '金额') + row(2, '张三', 5) + row(3, '李四', 6)
/** Packed by zlib, which is quicker than fflate: some are large. */
export const xlsxFile = (...args: Parameters<typeof xlsxParts>) =>
  rawZip(
    Object.entries(xlsxParts(...args)).map(([name, content]) => {
      const bytes = content as Uint8Array
      return { name, content: bytes, packed: deflateRawSync(bytes, { level: 4 }) }
    }),
  )
export const sound = xlsxFile(worksheet(list))
/** Its entries, to be lied about. */
export const parts = (more: Record<string, string> = {}) =>
  Object.entries(xlsxParts(worksheet(list), more)).map(([name, content]) => ({
    name,
    content: content as Uint8Array,
  }))
