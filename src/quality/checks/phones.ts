import type { Column } from '../../table/column.ts'
import { columnByRole, type Table } from '../../table/table.ts'
import { type Check, finding } from '../check.ts'
import { rowsWhere } from '../columns.ts'
import { firmForm, isFirm, phoneForm } from '../names.ts'
import { formsOf } from '../texts.ts'

const few = 5

/** One phone number on several names. Two may be a family or a firm and its owner; three are rarely right. */
export const sharedPhone: Check = {
  id: 'sharedPhone',
  dimension: 'consistency',
  *find({ table }) {
    const columns = whoAndPhone(table)
    if (!columns) return
    const names = yield* formsOf(columns.name, firmForm)
    const phones = yield* formsOf(columns.phone, phoneForm)
    const counts = differentPerCode(table, phones.codes, names.codes, phones.words.length)
    const rows = rowsWhere(table, (row) => (counts[phones.codes[row] as number] as number) > 1)
    const shared = counts.reduce((sum, count) => sum + Number(count > 1), 0)
    const most = counts.reduce((top, count) => Math.max(top, count), 0)
    const examples = new Set<string>()
    for (const row of rows)
      if (examples.size < few) examples.add(phones.words[phones.codes[row] as number] as string)
    yield finding(
      'sharedPhone',
      most > 2 ? 'warning' : 'info',
      [columns.phone, columns.name],
      rows,
      {
        phones: shared,
        most,
        examples: [...examples],
      },
      ['clear'],
    )
  },
}

/** One firm with several phone numbers: branches, or the same customer twice. People share names, so they are left out. */
export const manyPhones: Check = {
  id: 'manyPhones',
  dimension: 'consistency',
  *find({ table }) {
    const columns = whoAndPhone(table)
    if (!columns) return
    const names = yield* formsOf(columns.name, onlyFirms)
    const phones = yield* formsOf(columns.phone, phoneForm)
    const counts = differentPerCode(table, names.codes, phones.codes, names.words.length)
    const rows = rowsWhere(table, (row) => (counts[names.codes[row] as number] as number) > 1)
    const some = counts.reduce((sum, count) => sum + Number(count > 1), 0)
    const examples = new Set<string>()
    for (const row of rows)
      if (examples.size < few) examples.add(names.words[names.codes[row] as number] as string)
    yield finding('manyPhones', 'info', [columns.phone, columns.name], rows, {
      name: columns.name.name,
      names: some,
      examples: [...examples],
    })
  },
}

function whoAndPhone(table: Table): { name: Column; phone: Column } | null {
  const name = columnByRole(table, 'name')
  const phone = columnByRole(table, 'phone')
  return name && phone ? { name, phone } : null
}

const onlyFirms = (text: string) => (isFirm(text) ? firmForm(text) : '')

/** How many different codes of `others` stand beside each code; 0 (empty) counts on neither side. */
function differentPerCode(
  { order }: Table,
  codes: Uint32Array,
  others: Uint32Array,
  size: number,
): Uint32Array {
  const first = new Uint32Array(size)
  const more = new Map<number, Set<number>>()
  const counts = new Uint32Array(size)
  for (const row of order) {
    const code = codes[row] as number
    const other = others[row] as number
    if (code === 0 || other === 0) continue
    if (first[code] === 0) {
      first[code] = other
      counts[code] = 1
    } else if (first[code] !== other) {
      const met = more.get(code) ?? new Set([first[code] as number])
      more.set(code, met.add(other))
      counts[code] = met.size
    }
  }
  return counts
}
