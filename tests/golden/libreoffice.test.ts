import { describe, expect, test } from 'vitest'
import type { Workspace } from '../../src/engine/workspace.ts'
import type { Command } from '../../src/project/command.ts'
import type { Condition, Effect, Tiering } from '../../src/scheme/scheme.ts'
import { compare, exported, graded, imported, tolerance } from '../office/compare.ts'
import { hasLibreOffice, recalculate, timeout } from '../office/libreoffice.ts'
import { customersCsv } from '../bench/customers.ts'
import { templateText } from '../fixtures/templateText.ts'

describe.skipIf(!hasLibreOffice)(
  'LibreOffice recalculates the exported workbook (skipped where it is not installed)',
  () => {
    test.concurrent('the template table gives the same scores and tiers', { timeout }, async () => {
      await compare(await imported(templateText, '粘贴'))
    })

    const list = customersCsv(1000, 7)
    /** Every scoring function, missing policy and tiering method of this scheme format, on 1,000 customers with gaps. */
    const cases: readonly (readonly [
      string,
      (workspace: Workspace) => Promise<readonly Command[]>,
    ])[] = [
      ['as it is suggested', () => Promise.resolve([])],
      [
        'with tiers by quota',
        () =>
          Promise.resolve([
            { kind: 'setTiering', tiering: { id: 'quota', cumulative: [1000, 3333, 6500, 10000] } },
          ]),
      ],
      ['with tiers by places', () => tiered({ id: 'topN', cumulative: [37, 120, 400] })],
      [
        'with tiers by share of value',
        (workspace) => tieredByValue(workspace, [7000, 9000, 9700, 10000]),
      ],
      ['with tiers by natural breaks', () => tiered({ id: 'naturalBreaks' })],
      [
        'multiplied by weight',
        () => Promise.resolve([{ kind: 'setAggregation', aggregation: { id: 'weightedProduct' } }]),
      ],
      [
        'compared with the best by TOPSIS',
        () => Promise.resolve([{ kind: 'setAggregation', aggregation: { id: 'topsis' } }]),
      ],
      ['with rules of every kind', (workspace) => everyRule(workspace)],
      [
        'scored by rank',
        (workspace) =>
          everyCriterion(
            workspace,
            (column) => (column === 'number' ? { id: 'percentile' } : null),
            'reweight',
          ),
      ],
      [
        'scored from worst to best',
        (workspace) =>
          everyCriterion(
            workspace,
            (column) => (column === 'number' ? { id: 'linear', worst: null, best: null } : null),
            'median',
          ),
      ],
      [
        'scored in bands, missing ones with fixed points',
        (workspace) =>
          everyCriterion(
            workspace,
            (column) =>
              column === 'number'
                ? {
                    id: 'bands',
                    below: 0.05,
                    bands: [
                      { from: 1, utility: 0.3 },
                      { from: 5, utility: 0.7 },
                      { from: 200, utility: 1 },
                    ],
                  }
                : null,
            'fixed',
          ),
      ],
      [
        'with customers that lack a value left ungraded',
        (workspace) =>
          everyCriterion(
            workspace,
            (column) => (column === 'number' ? { id: 'linear', worst: 0, best: 50 } : null),
            'ungraded',
          ),
      ],
      [
        'with a category looked up and a date counted',
        async (workspace) => {
          const { criteria, free } = await workspace.view('scheme', null)
          expect(criteria.map(({ columnName }) => columnName)).toContain('最近购买日期')
          return free
            .filter(({ name }) => name === '地区')
            .map(({ column }) => ({ kind: 'addCriterion', column }) as const)
        },
      ],
    ]
    for (const [what, commands] of cases)
      test.concurrent(
        `a list of 1,000 customers ${what} gives the same scores and tiers`,
        { timeout },
        async () => {
          const workspace = await imported(list)
          for (const command of await commands(workspace)) await workspace.run(command)
          const { totals } = await workspace.view('summary', null)
          for (const hits of totals.ruleHits) expect(hits).toBeGreaterThan(0)
          await compare(workspace)
        },
      )

    test.concurrent(
      '20,000 customers in groups, with quotas, rules and knock-outs, give the same scores and tiers',
      { timeout },
      async () => {
        const workspace = await imported(customersCsv(20_000, 11))
        await workspace.run({ kind: 'useGroups', names: ['行为', '贡献', '忠诚度', '互动'] })
        const cumulative = [1000, 3333, 6500, 10000]
        await workspace.run({ kind: 'setTiering', tiering: { id: 'quota', cumulative } })
        for (const command of await everyRule(workspace)) await workspace.run(command)
        await compare(workspace)
      },
    )

    test.concurrent(
      'a weight or cut-off changed in the workbook gives what the app gives with it',
      { timeout },
      async () => {
        const workspace = await imported(list)
        const before = await workspace.view('scheme', null)
        const first = before.criteria[0]
        if (!first) throw new Error('no criterion was suggested')
        const book = await exported(workspace)
        const { strFromU8, strToU8, unzipSync, zipSync } = await import('fflate')
        const files = unzipSync(book)
        const name = 'xl/worksheets/sheet2.xml'
        const sheet = strFromU8(files[name] ?? new Uint8Array())
        const changed = sheet.replace(
          /(<c r="B5"[^>]*><v>)[^<]*/,
          '$1' + String(first.criterion.weight * 3),
        )
        expect(changed).not.toBe(sheet)
        files[name] = strToU8(changed)
        const cells = await recalculate(zipSync(files))
        await workspace.run({
          kind: 'setWeight',
          criterion: first.criterion.id,
          weight: first.criterion.weight * 3,
        })
        const app = await graded(workspace)
        await compare(workspace, cells)
        const at = (cells[1] ?? []).indexOf('得分')
        const worst = Math.max(
          ...app.map(({ score }, row) => Math.abs(score - Number(cells[row + 2]?.[at]))),
        )
        expect(worst).toBeLessThanOrEqual(tolerance)
      },
    )
  },
)

async function everyCriterion(
  workspace: Workspace,
  scoring: (
    type: string | null,
  ) => Extract<Command, { kind: 'setCriterion' }>['set']['scoring'] | null,
  missing: 'reweight' | 'fixed' | 'median' | 'ungraded',
): Promise<readonly Command[]> {
  const { criteria } = await workspace.view('scheme', null)
  return criteria.flatMap(({ criterion, columnType }) => {
    const given = scoring(columnType)
    return given
      ? [
          {
            kind: 'setCriterion' as const,
            criterion: criterion.id,
            set: {
              scoring: given,
              missing: missing === 'fixed' ? { id: missing, utility: 0.25 } : { id: missing },
            },
          },
        ]
      : []
  })
}

function tiered(tiering: Tiering): Promise<readonly Command[]> {
  return Promise.resolve([{ kind: 'setTiering', tiering }])
}

async function tieredByValue(
  workspace: Workspace,
  cumulative: readonly number[],
): Promise<readonly Command[]> {
  const { columns } = await workspace.view('sheet', { sort: null, filters: [], search: '' })
  const money = columns.find(({ reading }) => reading === 'money')
  if (!money) throw new Error('the list has money')
  return [{ kind: 'setTiering', tiering: { id: 'valueShare', column: money.id, cumulative } }]
}

/** Conditions on numbers, dates, categories and gaps, each by what its column holds. */
async function everyRule(workspace: Workspace): Promise<readonly Command[]> {
  const { columns } = await workspace.view('sheet', { sort: null, filters: [], search: '' })
  const { scheme } = await workspace.view('scheme', null)
  const of = (type: string) =>
    columns.find((column) => column.type === type) ?? expect.fail(`the list has a ${type}`)
  const [first, second, third] = scheme.tiers.map(({ id }) => id)
  if (first === undefined || second === undefined || third === undefined)
    throw new Error('the scheme has three tiers')
  const profiles = await workspace.view('columns', { table: 'customers' })
  const gaps = profiles.find(({ type, missing }) => type === 'number' && missing > 0)
  const number = (gaps ?? expect.fail('the list has a number with gaps')).id
  const date = of('date').id
  const category = of('category')
  const words = category.categories ?? []
  const rule = (
    conditions: readonly Condition[],
    effect: Effect,
  ): Extract<Command, { kind: 'addRule' }> => ({
    kind: 'addRule',
    rule: { enabled: true, conditions, effect },
  })
  return [
    rule([{ id: 'compare', column: date, operator: '<=', value: 60 }], {
      id: 'bonus',
      points: 7.5,
    }),
    rule([{ id: 'missing', column: number, not: false }], { id: 'bonus', points: -4 }),
    rule([{ id: 'among', column: category.id, categories: words.slice(0, 2), not: false }], {
      id: 'floor',
      tier: third,
    }),
    rule([{ id: 'among', column: category.id, categories: words.slice(0, 3), not: true }], {
      id: 'cap',
      tier: second,
    }),
    rule(
      [
        { id: 'compare', column: date, operator: '>', value: 300 },
        { id: 'missing', column: number, not: true },
      ],
      { id: 'veto' },
    ),
  ]
}
