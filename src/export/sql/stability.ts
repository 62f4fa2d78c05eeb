import { choose, type Expression, isMissing, reference, text } from '../../expression/expression.ts'
import type { SqlNames } from '../../expression/sql.ts'
import {
  sqlDay,
  sqlDaysBefore,
  sqlName,
  sqlNumber,
  sqlText,
  sqlWords,
} from '../../expression/sqlDialect.ts'
import { dayOf } from '../../scheme/day.ts'
import { settledExpression } from '../../scheme/stability/expression.ts'
import { beyond } from '../../scheme/tiering/tiering.ts'
import type { ExportInput } from '../exporter.ts'
import { actingOn, referenceOf } from '../stability.ts'
import { keyName, type Plan } from './plan.ts'
import type { Step, StepColumn } from './statement.ts'

/** Where the user keeps the tiers of the last review: customer, tier, since, pending, reviews, reviewed. */
export const reviewsTable = 'tier_reference'

/** Whether anything holds customers in the tier of the last review. */
export const settles = (input: ExportInput): boolean =>
  actingOn(input).length > 0 && referenceOf(input) !== null && keyName(input) !== null

/** Computed → settled tier (spec/grading.md §5). `reached` as in the tiering, `among` = its PARTITION BY. */
export function stabilitySteps(
  plan: Plan,
  reached: readonly Expression[],
  among: string,
): readonly Step[] {
  const { input, dialect } = plan
  const { tiers, asOf, tiering } = input.document.scheme
  const acting = actingOn(input)
  const settled = settles(input) ? settledExpression(acting, tiers.length) : null
  if (settled === null) return []
  const number = (value: number) => sqlNumber(value, dialect)
  const placeOf = (name: string) => {
    const whens = tiers.map(
      (tier, at) => `WHEN ${sqlText(tier.name, dialect)} THEN ${number(at + 1)}`,
    )
    return `CASE ${name} ${whens.join(' ')} ELSE ${number(0)} END`
  }
  const day = number(dayOf(asOf))
  const known: readonly StepColumn[] = [
    { name: 'reference', sql: placeOf('r.tier') },
    { name: 'pending', sql: placeOf('r.pending') },
    { name: 'since', sql: `${day} - ${sqlDaysBefore('r.since', asOf, dialect)}` },
    { name: 'reviews', sql: `COALESCE(r.reviews * ${number(1)}, ${number(0)})` },
    { name: 'counted', sql: `COALESCE(r.reviewed >= ${sqlDay(asOf, dialect)}, 1 = 0)` },
  ]
  // The lowest score in the tier or above it; given lines are numbers.
  const lines = reached.map((each, at) => ({
    name: `line_${at + 1}`,
    sql: `COALESCE(min(CASE WHEN ${plan.print(each)} THEN t.score END) OVER (${among.trimEnd()}), ${number(beyond)})`,
  }))
  const parameters = new Map(
    acting
      .flatMap(({ part, stability }) => part.parameters(stability))
      .map(({ name, value }) => [name, value]),
  )
  const names: SqlNames = {
    value(name) {
      if (name === 'asOf') return dayOf(asOf)
      if (name === 'computed') return 't.computed_number'
      const line = /^cutoff\.(\d+)$/.exec(name)?.[1]
      if (line === undefined) return parameters.get(name) ?? `t.${name}`
      const cutoff = input.result.cutoffs[Number(line) - 1] ?? NaN
      return tiering.id === 'cutoffs' && Number.isFinite(cutoff) ? cutoff : `t.line_${line}`
    },
    range: () => ({ kind: 'list', values: [] }),
  }
  const computed = reference('computed')
  const join = `LEFT JOIN ${sqlName(reviewsTable, dialect)} AS r ON r.customer = ${sqlWords(`t.${keyName(input) ?? ''}`, dialect)}`
  return [
    { name: 'recalled', says: input.words.sql.steps.reference, columns: known, join },
    { name: 'lined', says: null, columns: lines },
    {
      name: 'settled',
      says: input.words.sql.steps.settled,
      columns: [
        {
          name: 'settled_number',
          sql: plan.print(choose(isMissing(computed, 'number'), text(''), settled), names),
        },
      ],
    },
  ]
}
