import type { Job } from '../core/job.ts'
import { finishInTurns } from '../core/steps.ts'
import { modelGroups } from '../i18n/modelGroups.ts'
import type { Language } from '../i18n/language.ts'
import { isFigure } from '../models/figureIds.ts'
import { applyAll } from '../project/apply.ts'
import type { Change } from '../project/change.ts'
import type { Command } from '../project/command.ts'
import { planByHand } from '../project/commands/index.ts'
import { stepOf } from '../project/commands/layout.ts'
import { rereadingWhole } from '../project/commands/readColumn.ts'
import { writtenByHand } from '../project/edited.ts'
import { customersId, type Document } from '../project/document.ts'
import { recalculating } from '../project/formulas/recalculate.ts'
import type { ColumnRole } from '../table/column.ts'
import { wordTexts } from '../table/distinctTexts.ts'
import { columnById, type Table } from '../table/table.ts'
import { withFigures } from './figures.ts'
import { recordTables } from './linking.ts'
import type { Session } from './session.ts'
import { columnsRead } from './modelRuns.ts'

/** Carries out a command, with what customers get from their records, and what is calculated from their columns. */
export async function runCommand(session: Session, command: Command, job: Job): Promise<void> {
  const { document } = session
  await prepare(document, command, job)
  const changes = planByHand(document, command)
  const merge = ('merge' in command ? command.merge : undefined) ?? null
  await carryOut(session, stepOf(command), changes, merge, job)
}

/** What planning would take long over many rows is made before, in turns with other work, and may be cancelled. */
async function prepare(document: Document, command: Command, job: Job): Promise<void> {
  if (command.kind !== 'changeColumn' || command.reading === undefined) return
  const table = document.tables[command.table]
  const column = table && columnById(table, command.column)
  if (!column || table.rowCount < manyRows || column.reading === command.reading) return
  if (column.formula !== undefined) return
  const steps = rereadingWhole(column, command.reading, document.scheme.asOf)
  const next = await finishInTurns(steps, job)
  if (next.type === 'text' && isScored(document, next.id)) await finishInTurns(wordTexts(next), job)
}

/** The same for changes that no command of the page names. */
export async function runChanges(
  session: Session,
  kind: string,
  changes: readonly Change[],
  job: Job,
): Promise<void> {
  const { document } = session
  const whole = [...changes, ...writtenByHand(document, changes)]
  await carryOut(session, kind, whole, null, job)
}

async function carryOut(
  session: Session,
  kind: string,
  changes: readonly Change[],
  merge: string | null,
  job: Job,
): Promise<void> {
  const { document } = session
  const mayReadThem = kind === 'setModel' || mayHaveFigures(document)
  const whole =
    mayReadThem && changesLinks(document, changes)
      ? await withFigures(document, changes, languageOf(document), job)
      : changes
  // small lists at once, so that nothing comes between the command and its change
  const isLong = (document.tables[customersId]?.rowCount ?? 0) >= manyRows && whole.length > 0
  if (isLong) await readTexts(document, whole, job)
  session.change(kind, whole, merge, isLong ? await calculated(document, whole, job) : undefined)
}

const isScored = ({ scheme }: Document, id: string): boolean =>
  scheme.criteria.some(({ column }) => column === id)

/** Texts that criteria are going to score. */
async function readTexts(document: Document, changes: readonly Change[], job: Job): Promise<void> {
  for (const change of changes) {
    if (change.kind !== 'setColumn' || change.column?.type !== 'text') continue
    if (isScored(document, change.id)) await finishInTurns(wordTexts(change.column), job)
  }
}

const manyRows = 50_000

/** Where many rows are worked out by many formulas, others have their turn and the command can be cancelled. */
async function calculated(
  document: Document,
  changes: readonly Change[],
  job: Job,
): Promise<readonly Change[]> {
  if (!calculates(document, changes)) return []
  const { next } = applyAll(document, changes)
  return finishInTurns(recalculating(document, next, changes), job)
}

/** Whether there are formulas, or are going to be. */
const calculates = ({ tables }: Document, changes: readonly Change[]): boolean =>
  tables[customersId]?.columns.some(({ formula }) => formula !== undefined) === true ||
  changes.some(
    (change) =>
      change.kind === 'setTable' ||
      (change.kind === 'setColumn' && change.column?.formula !== undefined),
  )

/** Whether models may have something to say. */
const mayHaveFigures = (document: Document): boolean =>
  document.models !== undefined || recordTables(document).length > 0

const naming: readonly ColumnRole[] = ['key', 'email', 'phone', 'name']

/** Records change, or what names customers, or what models read besides. */
function changesLinks(document: Document, changes: readonly Change[]): boolean {
  const customers = document.tables[customersId]
  const read = columnsRead(document)
  return changes.some((change) => {
    if (change.kind === 'setTable' || change.kind === 'setModel') return true
    if (change.kind === 'setScheme') return change.scheme.asOf !== document.scheme.asOf
    if (!('table' in change)) return false
    if (change.table !== customersId) return true
    if (change.kind === 'setOrder') return true
    if (change.kind === 'setCells')
      return isNaming(customers, change.column) || read.has(change.column)
    if (change.kind !== 'setColumn') return false
    if (read.has(change.id)) return true
    const next = change.column?.role
    return isNaming(customers, change.id) || (next !== undefined && naming.includes(next))
  })
}

function isNaming(customers: Table | undefined, id: string): boolean {
  const column = customers && columnById(customers, id)
  return column !== undefined && naming.includes(column.role)
}

/** The language in which the project's columns of figures are named already. */
export function languageOf({ tables }: Document): Language {
  const figures = tables[customersId]?.columns.filter(({ id }) => isFigure(id)) ?? []
  return figures.some(({ group }) => group !== null && english.has(group)) ? 'en' : 'zh'
}

const chinese = new Set<string>(Object.values(modelGroups.zh))
const english = new Set(Object.values(modelGroups.en).filter((name) => !chinese.has(name)))
