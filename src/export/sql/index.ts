import { sqlDialects } from '../../expression/sqlDialect.ts'
import type { Exporter, ExportInput } from '../exporter.ts'
import { header } from './header.ts'
import { parametersStatement } from './parameters.ts'
import { scoringStatement } from './scoring.ts'
import { sqlComment } from '../../expression/sqlDialect.ts'

/** The scheme as SQL: it calculates in a database what the app does here, and holds no customer (spec/grading.md §8). */
export const sql: Exporter = {
  id: 'sql',
  extension: 'sql',

  estimate(input) {
    return {
      rows: 0,
      bytes: new TextEncoder().encode(written(input)).length,
      formulas: 0,
      fixedCriteria: [],
      phones: 0,
      hidden: 0,
    }
  },

  write(input) {
    return Promise.resolve({
      name: input.fileName,
      type: 'application/sql;charset=utf-8',
      parts: [new TextEncoder().encode(written(input))],
      rows: 0,
      formulas: 0,
      guarded: 0,
      cut: 0,
    })
  },
}

function written(input: ExportInput): string {
  const dialect = input.options.sqlDialect ?? sqlDialects[0]
  const say = input.words.sql
  const parameters = parametersStatement(input, dialect)
  const parts = [
    ...header(input, dialect),
    '',
    sqlComment(say.first),
    ...(parameters === null ? [sqlComment(say.noParameters)] : [`${parameters};`]),
    '',
    sqlComment(say.second),
    `${scoringStatement(input, dialect)};`,
    '',
  ]
  return parts.join('\n')
}
