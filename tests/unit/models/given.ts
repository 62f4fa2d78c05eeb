import { createJob } from '../../../src/core/job.ts'
import { models } from '../../../src/models/index.ts'
import type { ModelId } from '../../../src/models/figureIds.ts'
import type { LinkedRecords, ModelInput, ModelRun } from '../../../src/models/model.ts'
import { purchasesOf } from '../../../src/models/records/orders.ts'
import { tableOf } from '../../../src/table/builder.ts'
import type { ColumnRole, ReadingId } from '../../../src/table/column.ts'
import type { RecordKind } from '../../../src/table/kind.ts'
import { isoDay } from '../../../src/table/parse/calendar.ts'
import type { Table } from '../../../src/table/table.ts'
import { columnOf } from '../table/columns.ts'

/** Tables and runs of models in few words, for expectations worked out by hand. */

const readings: Partial<Record<ColumnRole, ReadingId>> = {
  when: 'date',
  cancelled: 'date',
  closed: 'date',
  amount: 'money',
  total: 'money',
  price: 'money',
  refund: 'money',
  discount: 'money',
  cost: 'money',
  profit: 'money',
  quantity: 'number',
  measure: 'money',
  category: 'category',
  channel: 'category',
  status: 'category',
  group: 'category',
  answer: 'rating',
}

/** `roles` name the columns; then a row a line, cells parted by blanks, - = empty. */
export function table(id: string, roles: string, ...lines: readonly string[]): Table {
  const cells = lines.map((line) => line.split(' ').map((cell) => (cell === '-' ? '' : cell)))
  return tableOf(
    id,
    roles.split(' ').map((word, at) => {
      const [role, name] = word.split('=') as [ColumnRole, string | undefined]
      const reading = readings[role] ?? 'text'
      return {
        ...columnOf(
          reading,
          cells.map((row) => row[at] ?? ''),
          { id: `c${at}`, role, unit: reading === 'money' ? 'CNY' : null },
        ),
        name: name ?? role,
      }
    }),
  )
}

/** The same with the row of its customer before each line. */
export function records(
  kind: RecordKind,
  roles: string,
  ...lines: readonly string[]
): LinkedRecords {
  const parts = lines.map((line) => /^(-?\d+) (.*)$/.exec(line) ?? ['', '-1', line])
  return {
    table: table(kind, roles, ...parts.map(([, , rest]) => rest ?? '')),
    whose: Int32Array.from(parts, ([, customer]) => Number(customer)),
  }
}

export const dayNumberOf = (iso: string) => Date.parse(`${iso}T00:00:00Z`) / 86_400_000

export interface Given {
  readonly customers?: Table | number
  readonly asOf: string
  readonly records: ModelInput['records']
  readonly own?: ModelInput['own']
}

export function inputOf({ customers = 3, asOf, records: all, own = {} }: Given): ModelInput {
  const list =
    typeof customers === 'number'
      ? table('customers', 'name', ...Array.from({ length: customers }, (_, at) => `n${at}`))
      : customers
  const day = dayNumberOf(asOf)
  const { orders } = all
  return {
    customers: list,
    asOf: day,
    records: all,
    own,
    purchases: async (job) => (orders ? purchasesOf(orders, day, job) : null),
  }
}

export async function ran(id: ModelId, given: Given, settings: object = {}) {
  const model = models.get(id)
  const input = inputOf(given)
  const all = { ...model.defaults(), ...settings }
  const run: ModelRun = await model.run(input, all, createJob())
  return {
    ...run,
    needs: model.needs(input, all),
    usuallyOn: model.usuallyOn(input),
    ids: run.figures.map((figure) => figure.id),
    /** The cells of one column; days as dates, '' = missing. */
    of: (figureId: string): readonly (number | string)[] => {
      const figure = run.figures.find((each) => each.id === figureId)
      if (!figure) throw new Error(`no ${figureId}`)
      if (figure.reading === 'category')
        return Array.from(figure.codes, (code) => {
          const label = figure.labels[code - 1]
          return label === undefined ? '' : 'text' in label ? label.text : label.word
        })
      return Array.from(figure.values, (value) =>
        Number.isNaN(value) ? '' : figure.reading === 'date' ? isoDay(value) : value,
      )
    },
    codes: run.notes.map(({ code, detail }) => [code, detail['count'] ?? detail['currencies']]),
  }
}
