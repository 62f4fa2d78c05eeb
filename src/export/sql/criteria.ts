import {
  choose,
  clamp,
  compare,
  type Expression,
  isMissing,
  number,
  reference,
  subtract,
} from '../../expression/expression.ts'
import { sqlMissing } from '../../expression/sqlDialect.ts'
import { filledWith } from '../../grading/utilities.ts'
import { customersOf } from '../../project/customersOf.ts'
import type { RowWeight } from '../../scheme/aggregation/sqlShares.ts'
import { groupOf } from '../../scheme/groups.ts'
import type { Criterion } from '../../scheme/scheme.ts'
import { scorings } from '../../scheme/scoring/index.ts'
import type { Bounds } from '../../scheme/scoring/prepared.ts'
import { preparation } from '../../scheme/scoring/preparation.ts'
import { heldNames, sqlFace } from '../../scheme/scoring/sqlFace.ts'
import { columnById } from '../../table/table.ts'
import { inRow, type Plan } from './plan.ts'
import type { Step, StepColumn } from './statement.ts'

/** An enabled criterion as the query has it. */
export interface SqlCriterion extends RowWeight {
  readonly criterion: Criterion
  readonly raw: Expression | null // null = the column is gone, or of another type
  readonly utility: Expression // after the missing policy
  readonly required: boolean
  readonly groupCap: number | null
  readonly parameters: Float64Array
  readonly bounds: Bounds | null
  readonly steps: {
    readonly prepared: StepColumn | null
    readonly held: StepColumn | null
    readonly utility: StepColumn
    readonly filled: StepColumn | null
  }
}

export function sqlCriteria(plan: Plan): readonly SqlCriterion[] {
  const { scheme } = plan.input.document
  return scheme.criteria
    .filter(({ enabled }) => enabled)
    .map((criterion, at) => sqlCriterion(plan, criterion, at))
}

function sqlCriterion(plan: Plan, criterion: Criterion, at: number): SqlCriterion {
  const { document, result } = plan.input
  const no = at + 1
  const part = scorings.get(criterion.scoring.id)
  const column = columnById(customersOf(plan.input.document), criterion.column)
  const raw = column && part.types.includes(column.type) ? plan.value(criterion.column) : null
  const scored = result.utilities[at]
  const { parameters = new Float64Array(0), bounds = null } = scored ?? {}
  const before = raw && part.reads === 'numbers' ? preparation(criterion, bounds, false) : null
  const frozen =
    (criterion.frozen ?? null) !== null &&
    part.reads === 'numbers' &&
    part.automatic(criterion.scoring)
  const isKnown = ![...parameters, ...(bounds ?? [])].some(Number.isNaN)
  const steps =
    part.reads === 'numbers' &&
    (criterion.prepare?.log || criterion.prepare?.decay) &&
    (part.stepped || frozen)
  const corners = steps && isKnown ? part.corners(criterion.scoring, parameters) : []
  const prepared =
    before && raw && isKnown
      ? { name: `x${no}`, sql: ofPresent(plan, raw, before.value, before.parameters) }
      : null
  const ready = prepared ? reference(prepared.name) : raw
  const x = ready && corners.length > 0 ? reference(`h${no}`) : ready
  // Where nothing was present there is nothing to measure anybody by.
  const face = sqlFace(part, criterion.scoring, {
    parameters,
    direction: criterion.direction,
    frozen,
  })
  const own = reference(`u${no}`)
  const filled = raw && scored ? filledWith(criterion.missing, scored.values) : NaN
  const utility = Number.isNaN(filled) ? own : reference(`f${no}`)
  return {
    criterion,
    raw,
    parameters,
    bounds,
    weight: criterion.weight,
    ...groupOf(document.scheme, criterion),
    missing: isMissing(own, 'number'),
    left: isMissing(utility, 'number'),
    utility,
    required: criterion.missing.id === 'ungraded' && (scored?.presentCount ?? 0) > 0,
    steps: {
      prepared,
      held:
        ready && x !== ready ? { name: `h${no}`, sql: plan.print(heldAt(corners, ready)) } : null,
      utility: {
        name: `u${no}`,
        sql:
          x && face && isKnown
            ? ofPresent(plan, x, face.utility, face.parameters)
            : sqlMissing(plan.dialect),
      },
      filled:
        utility === own
          ? null
          : {
              name: `f${no}`,
              sql: plan.print(choose(isMissing(own, 'number'), number(filled), own)),
            },
    },
  }
}

/**
 * An engine's logarithm may miss ours by a last bit, and a customer who stands at an edge would change class: as good as
 * there is there.
 */
function heldAt(corners: readonly number[], x: Expression): Expression {
  const near = (corner: number): Expression => {
    const off = subtract(x, number(corner))
    const most = 1e-14 * Math.max(1, Math.abs(corner))
    return {
      kind: 'and',
      of: [compare('<=', off, number(most)), compare('>=', off, number(-most))],
    }
  }
  return [...new Set(corners)].reduceRight<Expression>(
    (rest, corner) => choose(near(corner), number(corner), rest),
    x,
  )
}

/** What is made of x, where there is one. */
function ofPresent(
  plan: Plan,
  x: Expression,
  value: Expression,
  parameters: Parameters<typeof heldNames>[0],
): string {
  const here = plan.print(x)
  const names = heldNames(parameters, {
    value: (name) => (name === 'x' ? here : inRow.value(name)),
    range: () => ({ kind: 'window', column: here }),
  })
  return `CASE WHEN ${here} IS NULL THEN NULL ELSE ${plan.print(value, names)} END`
}

export function criteriaSteps(plan: Plan, criteria: readonly SqlCriterion[]): readonly Step[] {
  const { steps: say } = plan.input.words.sql
  const each = (of: (steps: SqlCriterion['steps']) => StepColumn | null) =>
    criteria.flatMap(({ steps }) => of(steps) ?? [])
  return [
    { name: 'prepared', says: say.prepared, columns: each(({ prepared }) => prepared) },
    { name: 'held_at', says: null, columns: each(({ held }) => held) },
    { name: 'scored', says: say.utilities, columns: each(({ utility }) => utility) },
    { name: 'filled', says: say.filled, columns: each(({ filled }) => filled) },
  ]
}

export const within100 = (score: Expression): Expression => clamp(score, 0, 100)
