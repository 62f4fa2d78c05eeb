import { AppError } from '../core/error.ts'
import type { Job } from '../core/job.ts'
import { finishInTurns, type ToldSteps } from '../core/steps.ts'
import type { Change } from '../project/change.ts'
import type { Command } from '../project/command.ts'
import { calculatingColumn } from '../project/commands/formulas.ts'
import { rereadingWhole } from '../project/commands/readColumn.ts'
import { customersId, type Document } from '../project/document.ts'
import { wordTexts } from '../table/distinctTexts.ts'
import { columnById, type Table } from '../table/table.ts'

const manyRows = 50_000

/** Whether work on the customers goes in turns: small lists are done with at once, and nothing comes between. */
export const isLarge = ({ tables }: Document): boolean => hasMany(tables[customersId])

const hasMany = (table: Table | undefined): table is Table => (table?.rowCount ?? 0) >= manyRows

/** What planning would take long over many rows is made before, in turns with other work, and may be cancelled. */
export async function prepareCommand(
  document: Document,
  command: Command,
  job: Job,
): Promise<void> {
  const steps = stepsBefore(document, command)
  if (steps) await finishInTurns(steps, job)
}

function stepsBefore(document: Document, command: Command): ToldSteps<unknown> | null {
  switch (command.kind) {
    case 'changeColumn': {
      const table = document.tables[command.table]
      const column = table && columnById(table, command.column)
      const { reading = column?.reading } = command
      if (!hasMany(table) || !column || column.reading === reading) return null
      return column.formula === undefined && reading ? reread(document, column, reading) : null
    }
    case 'addColumn': {
      const heading = { id: '', name: command.name, group: null, role: command.role, revision: 1 }
      return calculated(document, command.table, heading, command.formula)
    }
    case 'setFormula': {
      const table = document.tables[command.table]
      const column = table && columnById(table, command.column)
      return column ? calculated(document, command.table, column, command.formula) : null
    }
    default:
      return null
  }
}

type Reread = Parameters<typeof rereadingWhole>

function* reread(document: Document, column: Reread[0], reading: Reread[1]): ToldSteps<void> {
  const next = yield* rereadingWhole(column, reading, document.scheme.asOf)
  if (next.type === 'text' && isScored(document, next.id)) yield* wordTexts(next)
}

function calculated(
  document: Document,
  id: string,
  heading: Parameters<typeof calculatingColumn>[2],
  formula: string | null | undefined,
): ToldSteps<void> | null {
  const table = document.tables[id]
  return hasMany(table) && formula != null ? tried(document, table, heading, formula) : null
}

/** What is wrong with a formula the plan says, after what is wrong with the command. */
function* tried(...of: Parameters<typeof calculatingColumn>): ToldSteps<void> {
  try {
    yield* calculatingColumn(...of)
  } catch (error) {
    if (!(error instanceof AppError)) throw error
  }
}

/** Texts that criteria are going to score. */
export async function readTexts(
  document: Document,
  changes: readonly Change[],
  job: Job,
): Promise<void> {
  for (const change of changes) {
    if (change.kind !== 'setColumn' || change.column?.type !== 'text') continue
    if (isScored(document, change.id)) await finishInTurns(wordTexts(change.column), job)
  }
}

const isScored = ({ scheme }: Document, id: string): boolean =>
  scheme.criteria.some(({ column }) => column === id)
