import { typeOf } from '../../src/export/sql/header.ts'
import { sqlDay, sqlName, sqlNumber, sqlText } from '../../src/expression/sqlDialect.ts'
import { valueAt } from '../../src/table/cell.ts'
import type { Column } from '../../src/table/column.ts'
import { isoDay } from '../../src/table/parse/calendar.ts'
import type { Table } from '../../src/table/table.ts'
import type { Engine } from './engines.ts'

const batch = 1000

/** A list as a table of the database, with the columns that the file's header asks for. */
export async function load(engine: Engine, name: string, table: Table): Promise<void> {
  const { dialect } = engine
  const columns = table.columns.map(
    (column) => `${sqlName(column.name, dialect)} ${typeOf(column.type, dialect)}`,
  )
  const own = sqlName(name, dialect)
  const memory = dialect === 'clickhouse' ? ' ENGINE = Memory' : ''
  await engine.run(`DROP TABLE IF EXISTS ${own}`)
  await engine.run(`CREATE TABLE ${own} (${columns.join(', ')})${memory}`)
  for (let from = 0; from < table.order.length; from += batch) {
    const rows = Array.from(table.order.subarray(from, from + batch), (row) => {
      const cells = table.columns.map((column) => literal(engine, column, row))
      return `(${cells.join(', ')})`
    })
    await engine.run(`INSERT INTO ${own} VALUES ${rows.join(', ')}`)
  }
}

function literal({ dialect }: Engine, column: Column, row: number): string {
  const value = valueAt(column, row)
  if (value === null) return 'NULL'
  if (typeof value === 'boolean') return String(value)
  if (typeof value === 'string') return sqlText(value, dialect)
  if (column.type === 'date') return sqlDay(isoDay(value), dialect)
  // −0 as it is: the statement has to make nothing of it
  return Object.is(value, -0)
    ? dialect === 'clickhouse'
      ? '-0.0'
      : "'-0'::float8"
    : sqlNumber(value, dialect)
}
