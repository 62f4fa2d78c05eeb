import type { Document } from '../../../src/project/document.ts'
import type { Table } from '../../../src/table/table.ts'
import { schemeWith } from '../../fixtures/gradingTables.ts'

/** A document of these customers, with no criteria yet. */
export function documentOf(customers: Table): Document {
  const scheme = schemeWith([])
  return {
    format: 1,
    id: 'p',
    name: 'p',
    createdAt: '2026-11-21T00:00:00Z',
    source: null,
    tables: { customers },
    scheme,
    keptScheme: scheme,
    overrides: new Map(),
  }
}
