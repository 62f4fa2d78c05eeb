import { AppError } from '../../core/error.ts'
import type { RawSheet } from '../importer.ts'

const aboutTheFile =
  /说明|填写|目录|封面|模板说明|字典|选项|参数|readme|read me|instruction|guide|cover|contents|options|lookup/i

/** The first sheet that looks like a list: visible, not about the file itself, with rows and columns. */
export function chooseSheet(sheets: readonly RawSheet[]): number {
  const tests: readonly ((sheet: RawSheet) => boolean)[] = [
    (sheet) => !sheet.hidden && isList(sheet) && !aboutTheFile.test(sheet.name),
    (sheet) => !sheet.hidden && isList(sheet),
    (sheet) => !sheet.hidden && sheet.rowCount > 1,
    (sheet) => isList(sheet),
    (sheet) => !sheet.hidden && sheet.rowCount > 0,
    (sheet) => sheet.rowCount > 0,
  ]
  for (const fits of tests) {
    const index = sheets.findIndex(fits)
    if (index >= 0) return index
  }
  throw new AppError('file.empty')
}

function isList(sheet: RawSheet): boolean {
  return sheet.rowCount > 1 && sheet.columns.filter((column) => column.length > 0).length > 1
}
