import type { Job } from '../core/job.ts'
import { modelGroups } from '../i18n/modelGroups.ts'
import type { Language } from '../i18n/language.ts'
import { isFigure } from '../models/figureIds.ts'
import type { Change } from '../project/change.ts'
import type { Command } from '../project/command.ts'
import { planByHand } from '../project/commands/index.ts'
import { stepOf } from '../project/commands/layout.ts'
import { writtenByHand } from '../project/edited.ts'
import { customersId, type Document } from '../project/document.ts'
import type { ColumnRole } from '../table/column.ts'
import { columnById, type Table } from '../table/table.ts'
import { withFigures } from './figures.ts'
import { recordTables } from './linking.ts'
import { isLarge, prepareCommand, readTexts } from './preparing.ts'
import type { Session } from './session.ts'
import { columnsRead } from './modelRuns.ts'

/** Carries out a command, with what customers get from their records, and what is calculated from their columns. */
export async function runCommand(session: Session, command: Command, job: Job): Promise<void> {
  const { document } = session
  await prepareCommand(document, command, job)
  const changes = planByHand(document, command)
  const merge = ('merge' in command ? command.merge : undefined) ?? null
  await carryOut(session, stepOf(command), changes, merge, job)
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
  const isLong = isLarge(document) && whole.length > 0
  if (isLong) await readTexts(document, whole, job)
  session.change(kind, whole, merge, isLong ? await session.prepare(whole, job) : undefined)
}

/** One step back or forth; null = there was none. */
export const stepBy = async (
  session: Session,
  to: 'undo' | 'redo',
  job: Job,
): Promise<string | null> =>
  isLarge(session.document) ? session.stepInTurns(to, job) : session[to]()

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
