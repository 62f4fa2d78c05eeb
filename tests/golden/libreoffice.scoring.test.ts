import { describe, expect, test } from 'vitest'
import type { Workspace } from '../../src/engine/workspace.ts'
import type { Command } from '../../src/project/command.ts'
import type { ScoringId } from '../../src/scheme/scheme.ts'
import { customersCsv } from '../bench/customers.ts'
import { compare, imported } from '../office/compare.ts'
import { hasLibreOffice, timeout } from '../office/libreoffice.ts'

type Case = readonly [string, (workspace: Workspace) => Promise<readonly Command[]>]
const plain = { sort: null, filters: [], search: '' }
const inTurn = ['percentile', 'zscore', 'quantileBins', 'linear', 'piecewise', 'logistic'] as const
const chosen = (criterion: string, scoring: ScoringId): Command => ({
  kind: 'chooseScoring',
  criterion,
  scoring,
})

describe.skipIf(!hasLibreOffice)(
  'LibreOffice scores as the app does (skipped where it is not installed)',
  () => {
    const list = customersCsv(1000, 7) // with gaps, ties and dates
    const cases: readonly Case[] = [
      ...(['quantileBins', 'zscore', 'target', 'piecewise', 'logistic'] as const).map(
        (scoring): Case => [
          `scored by ${scoring}`,
          (workspace) => everyNumber(workspace, (criterion) => [chosen(criterion, scoring)]),
        ],
      ),
      [
        'scored low to high by classes and standard scores, the lower the better',
        (workspace) =>
          everyNumber(workspace, (criterion, at) => [
            chosen(criterion, at % 2 === 0 ? 'quantileBins' : 'zscore'),
            { kind: 'setCriterion', criterion, set: { direction: 'lower' } },
          ]),
      ],
      [
        'with extremes held and the logarithm taken, by every scoring function in turn',
        (workspace) =>
          everyNumber(workspace, (criterion, at) => [
            {
              kind: 'setCriterion',
              criterion,
              set: { prepare: { winsorise: [0.05, 0.9], log: at % 2 === 0 } },
            },
            chosen(criterion, inTurn[at % inTurn.length] ?? 'linear'),
          ]),
      ],
      ...(['linear', 'quantileBins', 'logistic'] as const).map((scoring): Case => [
        `with dates that decay, by ${scoring}`,
        async (workspace) => [
          ...(await everyNumber(workspace, (criterion) => [chosen(criterion, 'percentile')])),
          ...(await everyDate(workspace, (criterion, at) => [
            {
              kind: 'setCriterion',
              criterion,
              set: { prepare: { winsorise: at % 2 ? null : [0.1, 0.9], log: false, decay: 45 } },
            },
            chosen(criterion, scoring),
          ])),
        ],
      ]),
      [
        'with everything frozen before customers change',
        async (workspace) => {
          const turns = await everyNumber(workspace, (criterion, at) => [
            chosen(criterion, inTurn[at % inTurn.length] ?? 'linear'),
          ])
          for (const command of turns) await workspace.run(command)
          const frozen = await everyFrozen(workspace)
          const rows = await workspace.view('rows', { query: plain, from: 0, to: 200 })
          return [...frozen, { kind: 'deleteRows', table: 'customers', rows }]
        },
      ],
    ]
    for (const [what, commands] of cases)
      test.concurrent(`1,000 customers ${what}`, { timeout }, async () => {
        const workspace = await imported(list)
        for (const command of await commands(workspace)) await workspace.run(command)
        await compare(workspace)
      })
  },
)

/** Commands for each criterion of numbers or dates; all measures become criteria first. */
async function everyNumber(
  workspace: Workspace,
  of: (criterion: string, at: number) => readonly Command[],
): Promise<readonly Command[]> {
  const { free } = await workspace.view('scheme', null)
  for (const { column } of free) await workspace.run({ kind: 'addCriterion', column })
  const { criteria } = await workspace.view('scheme', null)
  const numbers = criteria.filter(({ columnType }) => columnType !== 'category')
  const dated = numbers.filter(({ columnType }) => columnType === 'date')
  expect(dated.length).toBeGreaterThan(0)
  return numbers
    .filter(({ columnType }) => columnType === 'number' || columnType === 'date')
    .flatMap(({ criterion }, at) => of(criterion.id, at))
}

async function everyDate(
  workspace: Workspace,
  of: (criterion: string, at: number) => readonly Command[],
): Promise<readonly Command[]> {
  const { criteria } = await workspace.view('scheme', null)
  const dated = criteria.filter(({ columnType }) => columnType === 'date')
  expect(dated.length).toBeGreaterThan(0)
  return dated.flatMap(({ criterion }, at) => of(criterion.id, at))
}

async function everyFrozen(workspace: Workspace): Promise<readonly Command[]> {
  const { criteria } = await workspace.view('scheme', null)
  const commands: Command[] = []
  for (const { criterion } of criteria) {
    const view = await workspace.view('criterion', { criterion: criterion.id, bins: 1, row: null })
    if (!view?.automatic) continue
    const frozen = { parameters: view.parameters, bounds: view.bounds }
    commands.push({ kind: 'setCriterion', criterion: criterion.id, set: { frozen } })
  }
  expect(commands.length).toBeGreaterThan(2)
  return commands
}
