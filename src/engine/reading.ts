import type { Job } from '../core/job.ts'
import type { ImportChoices, ImportPlan, ImportSource } from '../import/plan.ts'
import { buildTable, openSource, planImport, type OpenedSource } from '../import/read.ts'
import { suggestTemplate } from '../scheme/templates/index.ts'
import type { Column } from '../table/column.ts'
import type { Table, TableId } from '../table/table.ts'
import type { Handlers } from './server.ts'

/** What a reader is asked, in this order: open each source once, plan as often as choices change, build. */
export interface ReaderCalls {
  open(args: { source: ImportSource }): void // one more, below the others
  drop(args: { at: number }): void
  plan(args: { choices: ImportChoices; asOf: string }): ImportPlan
  build(args: { plan: ImportPlan; choices: ImportChoices; table: TableId }): Table
}

/** Handlers for the sources of one table. */
export function reading(): Handlers<ReaderCalls> {
  const opened: OpenedSource[] = []
  const sources = () => {
    if (opened.length === 0) throw new Error('a reader is opened first')
    return opened
  }
  return {
    async open(args: { source: ImportSource }, job: Job) {
      opened.push(await openSource(args.source, job))
    },
    drop(args: { at: number }) {
      opened.splice(args.at, 1)
    },
    plan: (args: { choices: ImportChoices; asOf: string }, job: Job) =>
      planImport(sources(), args.choices, args.asOf, job, suggestTemplate),
    build: (args: { plan: ImportPlan; choices: ImportChoices; table: TableId }, job: Job) =>
      buildTable(sources(), args.plan, args.choices, args.table, job),
  }
}

/** The buffers of a built table, to be moved to the engine instead of copied. */
export function buffersOf(value: unknown): Transferable[] {
  if (!isTable(value)) return []
  const buffers = new Set<ArrayBufferLike>([value.order.buffer])
  for (const column of value.columns)
    for (const array of arraysOf(column)) buffers.add(array.buffer)
  return [...buffers].filter((buffer) => buffer instanceof ArrayBuffer)
}

function isTable(value: unknown): value is Table {
  return typeof value === 'object' && value !== null && 'columns' in value && 'order' in value
}

function arraysOf(column: Column): readonly ArrayBufferView[] {
  const flags = [column.marks, column.originals?.codes].filter((array) => array != null)
  switch (column.type) {
    case 'number':
    case 'date':
    case 'boolean':
      return [column.values, ...flags]
    case 'category':
      return [column.codes, ...flags]
    case 'text':
      return [column.starts, column.bytes, ...flags]
  }
}
