import { AppError } from '../core/error.ts'
import { customersId, type Document } from './document.ts'
import type { Table } from '../table/table.ts'

/** Throws `storage.damaged`: every project has customers. */
export function customersOf(document: Document): Table {
  const table = document.tables[customersId]
  if (!table) throw new AppError('storage.damaged', { what: customersId })
  return table
}
