import { utilitiesOf } from '../../src/grading/utilities.ts'
import type { Criterion, Prepare } from '../../src/scheme/scheme.ts'
import { scorings } from '../../src/scheme/scoring/index.ts'
import type { Column } from '../../src/table/column.ts'
import type { Table } from '../../src/table/table.ts'
import { given } from './givenScorings.ts'
import { criterion } from '../fixtures/gradingTables.ts'

export const asOf = '2026-11-21'

const preparations: readonly (Prepare | null)[] = [
  null,
  { winsorise: [0.05, 0.95], log: false },
  { winsorise: null, log: true },
  { winsorise: [0.1, 1], log: true },
]

/** Every scoring function that can read the column, in every direction and after every preparation, live and frozen. */
export function everyCriterion(column: Column, table: Table): readonly Criterion[] {
  const all = scorings.all
    .filter(({ types }) => types.includes(column.type))
    .flatMap((part) =>
      (['higher', 'lower'] as const).flatMap((direction) =>
        (part.reads === 'numbers' ? preparations : [null]).flatMap((prepare) =>
          [...given[part.id], part.defaults({ column, table, asOf, direction, prepare })].flatMap(
            (scoring) => {
              const live = criterion(column.id, { scoring, direction, prepare })
              return [live, ...frozen(live, table)]
            },
          ),
        ),
      ),
    )
  return all.map((each, at) => ({ ...each, id: `k${at}`, name: `${each.scoring.id} '${at}'` }))
}

function frozen(live: Criterion, table: Table): readonly Criterion[] {
  const { parameters, bounds } = utilitiesOf(live, table, asOf)
  const held = [...parameters, ...(bounds ?? [])]
  if (held.length === 0 || held.some(Number.isNaN)) return []
  return [{ ...live, frozen: { parameters: [...parameters], bounds } }]
}

/** Of + − × ÷ alone, so that every engine comes to the same last bit (spec §8); e^x and ln differ between engines. */
export const isExact = ({ scoring, prepare }: Criterion): boolean =>
  scoring.id !== 'logistic' && !(prepare?.log ?? false) && (prepare?.decay ?? null) === null
