import { dayOf } from '../../scheme/day.ts'
import { plain } from '../../scheme/templates/meaning.ts'
import type { DateColumn } from '../../table/column.ts'
import { type Check, finding } from '../check.ts'
import { examplesOf, isDate, rowsWhere } from '../columns.ts'

/** Days that are meant to lie ahead. */
const ahead =
  /到期|截止|预计|预期|计划|下次|下一次|有效期|续约|续费|结束|生效|due|expir|next|plan|expected|renew|until|end|valid/
const birth = /生日|出生|birth|dob/
const firstDay = { birth: '1900-01-01', other: '1980-01-01' } as const

/** Dates after the as-of date, save in columns of what is to come. */
export const future: Check = {
  id: 'future',
  dimension: 'plausibility',
  *find({ table, scheme }) {
    const last = dayOf(scheme.asOf)
    for (const column of table.columns.filter(isDate)) {
      if (ahead.test(plain(column.name))) continue
      const { values } = column
      const rows = rowsWhere(table, (row) => (values[row] as number) > last)
      const detail = { asOf: scheme.asOf, examples: examplesOf(column, rows) }
      yield finding('future', 'warning', [column], rows, detail, ['asOf', 'replace', 'clear'])
    }
  },
}

/**
 * Dates that a programme left behind (1900-01-01 of Excel, 1970-01-01 of Unix) or that no customer list reaches back to:
 * before 1980, before 1900 where people are born.
 */
export const ancient: Check = {
  id: 'ancient',
  dimension: 'plausibility',
  *find({ table }) {
    for (const column of table.columns.filter(isDate)) {
      const before = firstDay[isBirth(column) ? 'birth' : 'other']
      const { values } = column
      const first = dayOf(before)
      const rows = rowsWhere(table, (row) => (values[row] as number) < first)
      const detail = { before, examples: examplesOf(column, rows) }
      yield finding('ancient', 'warning', [column], rows, detail, ['replace', 'clear'])
    }
  },
}

const isBirth = (column: DateColumn) => birth.test(plain(column.name))
