import type { Column } from '../table/column.ts'
import { matchForm } from '../table/parse/normalise.ts'
import { columnByRole, type Table } from '../table/table.ts'
import { Latest } from './dates.ts'
import type { Figure, Model } from './model.ts'
import { eachLiving, numbersOf } from './rows.ts'
import { rowsOut } from './taken.ts'

/** The latest answer of each customer; of answers of one day the later row. */
export const survey: Model = {
  id: 'survey',
  usual: ['survey.nps', 'survey.csat', 'survey.last'],
  fields: [],
  defaults: () => ({}),
  usuallyOn: ({ records }) => records.survey !== undefined,
  needs: ({ records }) => (records.survey ? [] : ['survey']),
  reads: () => [],
  async run({ records: all, customers }, _settings, job) {
    if (!all.survey) return { figures: [], facts: null, notes: [] }
    const { table: records, whose } = all.survey
    const count = customers.rowCount
    const out = rowsOut(records, 'others')
    const when = numbersOf(columnByRole(records, 'when'))
    const figures: Figure[] = []
    for (const { id, column } of questions(records)) {
      const answers = numbersOf(column)
      if (!answers) continue
      const values = new Float64Array(count).fill(NaN)
      const latest = new Latest(count)
      await eachLiving(records, job, (row) => {
        const customer = whose[row] ?? -1
        const answer = answers[row] ?? NaN
        if (customer < 0 || out[row] || Number.isNaN(answer)) return
        if (latest.add(customer, when?.[row] ?? NaN)) values[customer] = answer
      })
      const rated = column.reading === 'rating'
      figures.push({
        id,
        reading: rated ? 'rating' : 'number',
        unit: rated ? column.unit : null,
        values,
      })
    }
    if (when) {
      const latest = new Latest(count)
      await eachLiving(records, job, (row) => {
        const customer = whose[row] ?? -1
        if (customer >= 0 && !out[row]) latest.add(customer, when[row] ?? NaN)
      })
      figures.push({ id: 'survey.last', reading: 'date', unit: null, values: latest.span.last })
    }
    return { figures, facts: null, notes: [] }
  },
}

const recommends = /nps|推荐|promoter|recommend/

/** The first question that asks for a recommendation, and the first other one. */
function questions(
  records: Table,
): readonly { readonly id: 'survey.nps' | 'survey.csat'; readonly column: Column }[] {
  const answers = records.columns.filter(({ role }) => role === 'answer')
  const isNps = ({ name }: Column) => recommends.test(matchForm(name))
  const nps = answers.find(isNps)
  const csat = answers.find((column) => !isNps(column))
  return [
    ...(nps ? [{ id: 'survey.nps', column: nps } as const] : []),
    ...(csat ? [{ id: 'survey.csat', column: csat } as const] : []),
  ]
}
