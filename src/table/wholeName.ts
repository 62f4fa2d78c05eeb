import type { Column } from './column.ts'
import { lengthOf } from './cell.ts'
import { writeCell } from './parse/cell.ts'
import { TextWriter } from './textWriter.ts'

const halves = { first: /^first[\s_]*name$/i, last: /^last[\s_]*name$/i }

/** The columns, with First Name and Last Name made one name at the end where there is no other; both stay. */
export function withWholeName(columns: readonly Column[]): readonly Column[] {
  const first = columns.find(({ name }) => halves.first.test(name))
  const last = columns.find(({ name }) => halves.last.test(name))
  if (!first || !last || first.type !== 'text' || last.type !== 'text') return columns
  const isHalf = (column: Column) => column === first || column === last
  if (columns.some((column) => column.role === 'name' && !isHalf(column))) return columns
  if (first.role === 'key' || last.role === 'key') return columns
  const writer = new TextWriter(lengthOf(first))
  for (let row = 0; row < lengthOf(first); row++)
    writer.add([writeCell(first, row), writeCell(last, row)].filter(Boolean).join(' '))
  const whole: Column = {
    id: `${first.id}_${last.id}`,
    name: first.name.replace(/^first[\s_]*/i, ''), // First Name → Name, first_name → name
    group: first.group,
    role: 'name',
    reading: 'text',
    unit: null,
    revision: 1,
    originals: null,
    marks: null,
    type: 'text',
    ...writer.finish(),
  }
  const beside = columns.map((column) =>
    isHalf(column) && column.role === 'name' ? { ...column, role: 'other' as const } : column,
  )
  return [...beside, whole]
}
