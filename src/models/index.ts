import { registry, type Registry } from '../core/registry.ts'
import type { ColumnId } from '../table/column.ts'
import { interactions } from './interactions.ts'
import { type FigureId, figureIds, type RecordModel } from './model.ts'
import { orders } from './orders.ts'
import { service } from './service.ts'
import { survey } from './survey.ts'

/** What customers get from their records, by the kind of the records. */
export const recordModels: Registry<RecordModel> = registry<readonly RecordModel[]>([
  orders,
  interactions,
  service,
  survey,
])

/** Whether a column of the customers is calculated from records: what is typed into it would not last. */
export function isFigure(id: ColumnId): id is FigureId {
  return figureIds.some((figure) => figure === id)
}
