import * as edit from '../../scheme/edit.ts'
import { scoringPart } from '../../scheme/scoring/index.ts'
import { criterionFor } from '../../scheme/templates/criterion.ts'
import type { Column } from '../../table/column.ts'
import { type Table, withColumn } from '../../table/table.ts'
import type { Change } from '../change.ts'
import { customersId, type Document } from '../document.ts'
import { schemeChange } from './scheme.ts'

/** Criteria that cannot score the column's new type get a scoring that can. */
export function rescored(document: Document, table: Table, column: Column): readonly Change[] {
  if (table.id !== customersId) return []
  const { scheme } = document
  const start = () => criterionFor(column, withColumn(table, column), scheme.asOf)
  const next = scheme.criteria
    .filter((criterion) => criterion.column === column.id)
    .filter(({ scoring }) => !scoringPart(scoring).types.includes(column.type))
    .reduce((done, { id }) => {
      const { scoring, direction } = start()
      return edit.setCriterion(done, id, { scoring, direction })
    }, scheme)
  const valued = next.valueColumn === column.id && column.type !== 'number'
  return schemeChange(document, valued ? edit.setValueColumn(next, null) : next)
}
