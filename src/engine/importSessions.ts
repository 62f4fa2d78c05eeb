import { AppError } from '../core/error.ts'
import { newId } from '../core/id.ts'
import type { Job } from '../core/job.ts'
import type { ColumnChoice, ImportChoices, ImportPlan, ImportSource } from '../import/plan.ts'
import { sameShape } from '../import/several/shape.ts'
import { customersId } from '../project/document.ts'
import type { TableComparison } from '../table/compare.ts'
import { decisionsOf } from '../table/infer/decided.ts'
import { sameName } from '../table/pairColumns.ts'
import type { Table } from '../table/table.ts'
import { compareWith } from './comparing.ts'
import type { Engine } from './engine.ts'
import { openReader, type Reader } from './reader.ts'

export type Into = 'new' | 'replace'

/** One table on its way in, of one file or several. */
export interface ImportSession {
  readonly reader: Reader
  readonly asOf: string
  readonly into: Into
  readonly head: readonly string[] | null // of the file itself, before anything was chosen
  sources: number
  choices: ImportChoices
  plan: ImportPlan
  /** Of this plan; built once for looking and accepting. */
  table: Table | null
  comparison: TableComparison | null
}

/** Imports that are looked at: each has a reader of its own. The open document is only read. */
export class ImportSessions {
  readonly #engine: Engine
  readonly #all = new Map<string, ImportSession>()

  constructor(engine: Engine) {
    this.#engine = engine
  }

  get(session: string): ImportSession {
    const found = this.#all.get(session)
    if (!found) throw new AppError('job.cancelled', { session })
    return found
  }

  keep(one: ImportSession): string {
    const session = newId('i')
    this.#all.set(session, one)
    return session
  }

  discard(session: string): void {
    this.#all.get(session)?.reader.close()
    this.#all.delete(session)
  }

  async begin(
    source: ImportSource,
    choices: ImportChoices,
    into: Into,
    job: Job,
  ): Promise<ImportSession> {
    const reader = openReader(source, this.#engine.options.takeHand)
    const asOf = choices.asOf ?? this.#engine.options.today()
    try {
      const planned = await this.#planOf(reader, choices, into, asOf, job)
      const head = headOf(planned.plan)
      return { reader, asOf, into, head, sources: 1, ...planned, table: null, comparison: null }
    } catch (error) {
      reader.close()
      throw error
    }
  }

  async plan(one: ImportSession, choices: ImportChoices, job: Job): Promise<ImportPlan> {
    const planned = await this.#planOf(one.reader, choices, one.into, choices.asOf ?? one.asOf, job)
    Object.assign(one, planned, { table: null, comparison: null })
    return one.plan
  }

  /** What is refused, alone or together with the others, is not added. */
  async add(one: ImportSession, source: ImportSource, job: Job): Promise<ImportPlan> {
    await one.reader.add(source, job)
    try {
      const plan = await this.plan(one, one.choices, job)
      one.sources++
      return plan
    } catch (error) {
      await one.reader.drop(one.sources, job).catch(() => {}) // it ended itself
      throw error
    }
  }

  async drop(one: ImportSession, at: number, choices: ImportChoices, job: Job) {
    if (one.sources < 2) throw new AppError('command.invalid', { why: 'the last file' })
    await one.reader.drop(at, job)
    one.sources--
    return this.plan(one, choices, job)
  }

  /** The first of others whose header and kind are this one's. */
  alike(session: string, among: readonly string[]): string | null {
    const { plan, head } = this.get(session)
    const isAlike = (other: ImportSession | undefined) =>
      other !== undefined && other.plan.kind === plan.kind && sameShape(other.head, head)
    return among.find((other) => isAlike(this.#all.get(other))) ?? null
  }

  /** The day goes along: a reader that was started anew knows nothing of the plan. */
  async build(one: ImportSession, job: Job): Promise<Table> {
    const { reader, plan, choices } = one
    if (one.table) return one.table
    const asOf = choices.asOf ?? one.asOf
    const table = await reader.build(plan, { ...choices, asOf }, plan.kind, job)
    if (one.plan === plan) one.table = table
    return table
  }

  /** With the project as it is now. */
  async compare(one: ImportSession, job: Job): Promise<TableComparison> {
    const table = await this.build(one, job)
    const { table: before, document } = this.#engine.session
    if (one.comparison?.before === before && one.comparison.after === table) return one.comparison
    const comparison = await compareWith(before, table, document.scheme.asOf, job)
    if (one.table === table) one.comparison = comparison
    return comparison
  }

  /** Into an open project its own readings go before what the file alone would suggest. */
  async #planOf(
    reader: Reader,
    choices: ImportChoices,
    into: Into,
    asOf: string,
    job: Job,
  ): Promise<Pick<ImportSession, 'plan' | 'choices'>> {
    const plan = await reader.plan(choices, asOf, job)
    const before =
      into === 'replace' ? this.#engine.session.document.tables[tableOf(plan)] : undefined
    const alike = before ? readAlike(plan, choices, before) : choices
    if (alike === choices) return { plan, choices }
    return { plan: await reader.plan(alike, asOf, job), choices: alike }
  }
}

const tableOf = ({ kind }: ImportPlan) => (kind === 'customers' ? customersId : kind)

/** The columns as the file names them. */
function headOf({ layout, columns }: ImportPlan): readonly string[] | null {
  return layout.headerFrom < 0 ? null : columns.map(({ name }) => name)
}

/** The choices, with role and reading of each column that the project has already. */
function readAlike(plan: ImportPlan, choices: ImportChoices, before: Table): ImportChoices {
  const columns = new Map<number, ColumnChoice>()
  for (const planned of plan.columns) {
    const old = before.columns.find((column) => sameName(column, planned))
    const kept = decisionsOf(old?.rules)
    const same = old?.reading === planned.reading && old.role === planned.role
    if (!old || (same && Object.keys(kept).length === 0)) continue
    const { role, reading } = old
    columns.set(planned.index, { ...kept, ...choices.columns?.[planned.index], role, reading })
  }
  if (columns.size === 0) return choices
  return { ...choices, columns: { ...choices.columns, ...Object.fromEntries(columns) } }
}
