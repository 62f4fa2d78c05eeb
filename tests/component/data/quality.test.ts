import { expect, test } from 'vitest'
import { page } from 'vitest/browser'
import type { DuplicateGroup, FindingView, QualityView } from '../../../src/engine/qualityViews.ts'
import type { Views } from '../../../src/engine/views.ts'
import { fakeEngine } from '../fixtures.ts'
import { openApp } from '../openApp.ts'

const against = { completeness: 0, validity: 0, uniqueness: 0, consistency: 0, plausibility: 0 }

const finding = (more: Partial<FindingView>): FindingView => ({
  id: 'unreadable:c_5',
  check: 'unreadable',
  dimension: 'validity',
  level: 'error',
  detail: { column: '单次消费金额', count: 58, examples: ['3万左右', '面议'] },
  customers: 58,
  value: 12_000,
  valueShare: 0.032,
  columns: ['c_5'],
  fixes: ['replace', 'clear'],
  ...more,
})

const view: QualityView = {
  revision: 7,
  customers: 10_000,
  score: 93.4,
  valueName: '客户生命周期价值',
  valueUnit: 'CNY',
  findings: [
    finding({}),
    finding({
      id: 'duplicates:',
      check: 'duplicates',
      dimension: 'uniqueness',
      level: 'warning',
      detail: { count: 4, groups: 2, certain: 1 },
      customers: 4,
      columns: [],
      fixes: [],
    }),
  ],
  columns: [
    {
      id: 'c_5',
      name: '单次消费金额',
      role: 'measure',
      reading: 'money',
      unit: 'CNY',
      score: 71.2,
      weight: 0.5,
      filled: 9000,
      parsed: 8942,
      distinct: 1000,
      outliers: 3,
      against: { ...against, completeness: 1000, validity: 58 },
      min: '120',
      max: '86400',
      examples: ['500元', '1.2万'],
    },
  ],
  merges: 1,
  distinct: 2,
  completeness: { mean: 0.965, complete: 8000 },
}

const group: DuplicateGroup = {
  certain: true,
  reasons: ['phone', 'name'],
  keep: 3,
  members: [
    { row: 3, name: '恒达机电', tier: null },
    { row: 8, name: '恒达机电', tier: 'A' },
  ],
  more: 0,
  columns: [
    {
      id: 'c_0',
      name: '客户编号',
      texts: ['KH-3', ''],
      dated: false,
      differs: false,
      together: null,
    },
    {
      id: 'c_6',
      name: '累计金额',
      texts: ['700', '300'],
      dated: false,
      differs: true,
      together: { how: 'sum', text: '1000' },
    },
  ],
  same: 5,
}

function engine(quality: QualityView = view) {
  const client = fakeEngine()
  const asked: Views['finding']['args'][] = []
  Object.assign(client.shows, {
    quality: () => quality,
    duplicates: () => ({ count: 2, certain: 1, surplus: 1, groups: [group] }),
    merges: () => ({
      count: 1,
      merges: [
        {
          id: 'm_1',
          at: '2026-03-02T09:00:00Z',
          keep: '张三',
          rows: ['张 三'],
          cells: [{ column: '电话', before: '', after: '138' }],
        },
      ],
    }),
    finding: (args: Views['finding']['args']): Views['finding']['out'] => {
      asked.push(args)
      return {
        customers: 58,
        changes: args.choice?.find === '面议' ? 40 : 58,
        columns: [{ id: 'c_5', name: '单次消费金额' }],
        rows: [{ row: 4, name: '李四', cells: [{ text: '面议', after: args.choice?.text ?? '' }] }],
        texts: [
          { text: '面议', count: 40 },
          { text: '3万左右', count: 18 },
        ],
        kinds: 2,
      }
    },
  })
  return { client, asked }
}

async function open(client = engine().client, query = 'lang=zh') {
  const opened = await openApp(client, query, '#p_1/data')
  opened.app.dataPane = 'quality'
  await expect.element(page.getByTestId('quality-score')).toBeVisible()
  return opened
}

test('the score, what was found with customers and value, and each column in figures', async () => {
  await open()
  await expect.element(page.getByTestId('quality-score')).toHaveTextContent('93.4')
  await expect.element(page.getByTestId('quality-error')).toHaveTextContent('1')
  const first = page.getByTestId('finding').first()
  await expect.element(first).toHaveTextContent('单次消费金额：58 格读不出来')
  await expect.element(first).toHaveTextContent('58 位客户 · 客户生命周期价值 1.2 万，占 3.2%')
  const column = page.getByTestId('quality-column')
  // 9,000 of 10,000 and 8,942 of 9,000
  for (const text of ['71.2', '90.0%', '99.4%', '≥ 1,000', '120 至 86400'])
    await expect.element(column).toHaveTextContent(text)
})

test('a finding is mended in one command after a preview', async () => {
  const { client, asked } = engine()
  await open(client)
  await page.getByRole('button', { name: '修改… 单次消费金额' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabelText('只改写着').selectOptions('面议（40 格）')
  await dialog.getByTestId('fix-text').fill('1000')
  await expect.element(dialog.getByTestId('fix-count')).toHaveTextContent('会改 40 格')
  await expect.element(dialog.getByRole('cell', { name: '面议 → 1000' })).toBeVisible()
  expect(asked.at(-1)).toEqual({
    finding: 'unreadable:c_5',
    choice: { fix: 'replace', find: '面议', text: '1000' },
    from: 0,
    to: 20,
  })
  await dialog.getByRole('button', { name: '改 40 格' }).click()
  expect(client.argsOf('run')).toEqual([
    {
      command: {
        kind: 'fixFinding',
        finding: 'unreadable:c_5',
        choice: { fix: 'replace', find: '面议', text: '1000' },
      },
    },
  ])
  await page.getByTestId('toast').getByRole('button', { name: '撤销' }).click()
  expect(client.argsOf('undo')).toEqual([null])
})

test('two rows become one customer, with what was chosen', async () => {
  const { client } = await open()
  await page.getByRole('button', { name: '合并… 恒达机电' }).click()
  const dialog = page.getByRole('dialog')
  await expect.element(dialog.getByTestId('merge-tiers')).toHaveTextContent('恒达机电 人工调为 A')
  // the number is taken over without a choice: the other row has none
  await expect.element(dialog.getByLabelText('“客户编号”取')).toHaveDisplayValue('KH-3')
  await dialog.getByLabelText('“累计金额”取').selectOptions('合计 1000')
  await dialog.getByRole('button', { name: '合并', exact: true }).click()
  expect(client.argsOf('run')).toMatchObject([
    {
      command: {
        kind: 'mergeCustomers',
        groups: [{ keep: 3, rows: [8], take: [{ column: 'c_6', from: 'sum' }] }],
      },
    },
  ])
})

test('all certain groups are merged at once after saying what that does', async () => {
  const { client } = await open()
  await page.getByTestId('merge-certain').click()
  await expect.element(page.getByRole('dialog')).toHaveTextContent('1 组各留一行，名单里少 1 行')
  await page.getByTestId('merge-certain-run').click()
  expect(client.argsOf('run')).toMatchObject([
    { command: { kind: 'mergeCustomers', groups: 'certain' } },
  ])
})

test('a merge is taken apart', async () => {
  const { client } = await open()
  await page.getByRole('button', { name: '拆开“张三”' }).click()
  expect(client.argsOf('run')).toEqual([{ command: { kind: 'takeApart', id: 'm_1' } }])
})

test('a group that is not one customer is left out, and all such are listed again', async () => {
  const { client } = await open()
  await page.getByRole('button', { name: '“恒达机电”这一组不是同一位' }).first().click()
  expect(client.argsOf('run')).toEqual([{ command: { kind: 'keepDistinct', rows: [3, 8] } }])
  await expect.element(page.getByTestId('distinct')).toHaveTextContent('已排除 2 组')
  await page.getByRole('button', { name: '重新检查' }).click()
  expect(client.argsOf('run').at(-1)).toEqual({ command: { kind: 'suggestAgain' } })
})

test('nothing found, in English', async () => {
  const { client } = engine({ ...view, findings: [], merges: 0, distinct: 0, score: 100 })
  await open(client, 'lang=en')
  await expect.element(page.getByText('Nothing found')).toBeVisible()
  expect(document.querySelector('[data-testid="duplicates"]')).toBeNull()
})
