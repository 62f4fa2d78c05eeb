import { choose, isMissing, reference, text } from '../../expression/expression.ts'
import { sqlDay, sqlName, sqlText, sqlWords } from '../../expression/sqlDialect.ts'
import { type SqlCriterion, criteriaSteps, sqlCriteria } from './criteria.ts'
import { keyName, type Plan, planOf, sourceSteps, whoColumns } from './plan.ts'
import { ruledTier } from './rules.ts'
import { scoreSteps } from './score.ts'
import { settles } from './stability.ts'
import { statement, type Step } from './statement.ts'
import { tierSteps } from './tiers.ts'
import type { ExportInput } from '../exporter.ts'
import type { SqlDialect } from '../../expression/sqlDialect.ts'

/** Where the user keeps tiers set by hand: customer, tier, expires. */
export const overridesTable = 'tier_overrides'

/** The second statement: everybody's score and tier by parameters that are held. */
export function scoringStatement(input: ExportInput, dialect: SqlDialect): string {
  const plan = planOf(input, dialect)
  const criteria: readonly SqlCriterion[] = sqlCriteria(plan)
  const steps: readonly Step[] = [
    ...criteriaSteps(plan, criteria),
    ...scoreSteps(plan, criteria),
    ...tierSteps(plan, criteria),
    ...ruledSteps(plan),
  ]
  return statement([...sourceSteps(plan, true), ...steps], (last) => selection(plan, last), dialect)
}

function ruledSteps(plan: Plan): readonly Step[] {
  const computed = reference(settles(plan.input) ? 'settled_number' : 'computed_number')
  const after = ruledTier(plan, computed)
  if (after === computed) return []
  const ruled = choose(isMissing(computed, 'number'), text(''), after)
  return [
    {
      name: 'ruled',
      says: plan.input.words.sql.steps.rules,
      columns: [{ name: 'ruled_number', sql: plan.print(ruled) }],
    },
  ]
}

function selection(plan: Plan, last: string): string {
  const { input, dialect } = plan
  const { tiers } = input.document.scheme
  const tierName = (number: string) => {
    const whens = tiers.map(({ name }, at) => `WHEN ${at + 1} THEN ${sqlText(name, dialect)}`)
    return `CASE ${number} ${whens.join(' ')} END`
  }
  const key = overrideKey(input)
  const settled = settles(input) ? 't.settled_number' : 't.computed_number'
  const ruled = last === 'ruled' ? 't.ruled_number' : settled
  const tier = tierName(ruled)
  const byHand = `CASE ${tiers.map(({ name }) => `WHEN o.tier = ${sqlText(name, dialect)} THEN o.tier`).join(' ')} ELSE ${tier} END`
  const columns = [
    ...whoColumns(input).map(({ name }, at) => `t.who${at + 1} AS ${sqlName(name, dialect)}`),
    't.score AS score',
    'CASE WHEN t.score IS NOT NULL THEN t.rank_of_score END AS score_rank',
    `${tierName('t.computed_number')} AS computed_tier`,
    `${tierName(settled)} AS settled_tier`,
    `${key === null ? tier : byHand} AS tier`,
    't.completeness AS completeness',
  ]
  const joined =
    key === null
      ? ''
      : `\nLEFT JOIN (\n  SELECT h.customer AS customer, h.tier AS tier FROM ${sqlName(overridesTable, dialect)} AS h\n  WHERE h.expires IS NULL OR h.expires >= ${sqlDay(input.document.scheme.asOf, dialect)}\n) AS o ON o.customer = ${sqlWords(`t.${key}`, dialect)}`
  return `SELECT\n  ${columns.join(',\n  ')}\nFROM ${last} AS t${joined}`
}

/** The column that names customers set by hand; null = there are none, or nothing names them. */
export function overrideKey(input: ExportInput): string | null {
  return input.document.overrides.size > 0 ? keyName(input) : null
}
