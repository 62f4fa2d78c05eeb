import { referenceId } from '../../src/grading/reference.ts'
import { grade } from '../../src/grading/grade.ts'
import type { Overrides } from '../../src/grading/result.ts'
import { UtilityCache } from '../../src/grading/utilityCache.ts'
import type { ExportInput } from '../../src/export/exporter.ts'
import { zh } from '../../src/i18n/zh.ts'
import type { Scheme } from '../../src/scheme/scheme.ts'
import type { Table } from '../../src/table/table.ts'

/** What an exporter is given for a table and a scheme. */
export function inputOf(
  table: Table,
  scheme: Scheme,
  overrides: Overrides = new Map(),
  reference: Table | null = null,
): ExportInput {
  const result = grade(table, scheme, { overrides, reference }, new UtilityCache())
  return {
    document: {
      format: 1,
      id: 'p',
      name: 'p',
      createdAt: '2026-11-21T00:00:00Z',
      source: null,
      tables: { customers: table, ...(reference ? { [referenceId]: reference } : {}) },
      scheme,
      keptScheme: scheme,
      overrides,
    },
    result,
    rows: table.order,
    whole: true,
    words: zh,
    models: [],
    fileName: 'x.sql',
    options: { details: false, maskPhones: false, maskIdentities: true, guardFormulas: true },
  }
}
