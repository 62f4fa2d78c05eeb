import { textOf } from './importer.ts'
import { type Part, titleOf } from './several/parts.ts'
import type { OpenedSource } from './source.ts'

/** The file's name, or what the names of several have in common; of pasted cells the title above the table. */
export function suggestedName(sources: readonly OpenedSource[], { sheet, layout }: Part): string {
  const file = commonName(sources.map(({ name }) => titleOf(name)))
  if (file !== '') return file
  const titles = layout.layout.headerFrom
  for (let row = 0; row < titles; row++) {
    const filled = sheet.columns.filter((column) => textOf(column.at(row)) !== '')
    const title = textOf(filled[0]?.at(row))
    if (filled.length === 1 && title.length <= 40) return title
  }
  return ''
}

/** 客户名单 of 客户名单2026-01 and 客户名单2026-02; the first name where they share too little. */
function commonName(names: readonly string[]): string {
  const [first = ''] = names
  let length = first.length
  for (const name of names) while (!name.startsWith(first.slice(0, length))) length--
  const common = first
    .slice(0, length)
    .replace(/[\d\s\-_.·年月（(]+$/, '')
    .trim()
  return names.length > 1 && common.length >= 2 ? common : first
}
