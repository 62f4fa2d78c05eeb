import type axe from 'axe-core'
import axeScript from 'axe-core/axe.min.js?raw'
import { beforeAll, describe, expect, test, vi } from 'vitest'
import { page } from 'vitest/browser'
import type { App } from '../../../src/state/app.svelte.ts'
import { openGraded, tiersShown } from '../openGraded.ts'

const start = Date.UTC(2025, 0, 1) / 86_400_000
const dayOf = (day: number) => new Date((start + day) * 86_400_000).toISOString().slice(0, 10)

/** One order of 100 on each of these days after 2025-01-01. */
function ordersOf(customers: Readonly<Record<string, readonly number[]>>): string {
  let number = 0
  const lines = Object.entries(customers).flatMap(([name, days]) =>
    days.map((day) => `${++number},${name},${dayOf(day)},100`),
  )
  return ['订单号,客户名称,下单时间,金额', ...lines].join('\n')
}
const every = (gap: number, from: number, to: number) =>
  Array.from({ length: Math.floor((to - from) / gap) + 1 }, (_, at) => from + at * gap)

const twelve = Array.from({ length: 12 }, (_, at) => at)
/** 12 who buy on to the end (2025-12-31), 12 who bought as often and stopped in April, 6 who bought once. */
const mixed = ordersOf({
  ...Object.fromEntries(twelve.map((at) => [`常客${at}`, every(20 + at, at, 364)])),
  ...Object.fromEntries(twelve.map((at) => [`停了${at}`, every(20 + at, at, 110)])),
  ...Object.fromEntries(twelve.slice(6).map((at) => [`一次${at}`, [at * 9]])),
})

async function openPane(orders: string, side = '价值预测') {
  const { app } = await openGraded(orders)
  await app.project.run({ kind: 'setAsOf', asOf: '2025-12-31' })
  await page.getByTestId('nav-insights').click()
  await page.getByRole('group').getByRole('button', { name: side }).click()
  return app
}
const figure = (name: string) =>
  page.getByRole('main').getByText(name, { exact: true }).element().parentElement?.textContent

async function openDetails(): Promise<void> {
  const details = page.getByTestId('forecast-details')
  if (!details.element().matches('[open]')) await details.getByText('模型和参数').click()
}

describe('of 30 customers, on one page; the last test leaves it', () => {
  let app: App
  beforeAll(async () => {
    app = await openPane(mixed)
  })

  for (const theme of ['light', 'dark'] as const)
    test(`the pane passes axe, ${theme}`, async () => {
      app.theme.choose(theme)
      await expect.element(page.getByRole('heading', { name: '客户价值' })).toBeVisible()
      await openDetails()
      expect(await violations()).toEqual([])
    })

  test('the forecast is held to what came after two thirds of the time, in picture and table', async () => {
    // by hand: days 0 … 364, the last third begins after day 243; only the regulars bought in it
    const came = twelve.reduce(
      (sum, at) => sum + every(20 + at, at, 364).filter((day) => day > 243).length,
      0,
    )
    await expect.element(page.getByText(`，实际 ${came} 次，`, { exact: false })).toBeVisible()
    await expect.element(page.getByText(/最近 17 周：/)).toBeVisible()
    const card = page.getByRole('region', { name: '预测准不准' })
    await card.getByRole('button', { name: '看表格' }).click()
    const rows = card.getByRole('row').elements()
    expect(rows).toHaveLength(1 + 52)
    // all repeat purchases of whoever had bought by the split, by the last full week
    const all = [364, 110].flatMap((end) => twelve.map((at) => every(20 + at, at, end)))
    const repeats = all.reduce((sum, days) => sum + days.slice(1).length, 0)
    expect(rows.at(-1)?.children[1]?.textContent).toBe(String(repeats))
    const groups = page.getByRole('region', { name: '买过几次的，后来又买几次' })
    await groups.getByRole('button', { name: '看表格' }).click()
    await expect.element(groups.getByRole('row', { name: /^1 次 6 / })).toBeVisible()
  })

  test('value stands beside it, by tier and by whom it is held; parameters are a key away', async () => {
    const orders = mixed.split('\n').length - 1
    await expect.element(page.getByRole('heading', { name: '客户价值' })).toBeVisible()
    expect(figure('历史价值')).toContain(app.locale.large(orders * 100))
    const tiers = page.getByRole('region', { name: '各等级占多少价值' })
    await tiers.getByRole('button', { name: '看表格' }).click()
    const shares = tiers
      .getByRole('row')
      .elements()
      .slice(1)
      .map((row) => Number.parseFloat(row.children[1]?.querySelector('span')?.textContent ?? ''))
    expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(100, 0)
    await openDetails()
    await expect.element(page.getByText('BG/NBD：每次购买之后都可能不再来')).toBeVisible()
    await expect.element(page.getByRole('rowheader', { name: 'α' })).toBeVisible()
  })

  test('the forecast says who can be foretold, who is gone, and leads to them in the sheet', async () => {
    await expect.element(page.getByText('估计还会再来')).toBeVisible()
    expect(figure('能预测的客户')).toContain('24 位')
    expect(figure('能预测的客户')).toContain('6 位只买过一次')
    // who stopped after months of regular buying is below one half, who goes on is not
    expect(figure('可能不再来')).toContain('12 位')
    await expect.element(page.getByText('不到 50% 的有 12 位，占 50%')).toBeVisible()
    await page.getByTestId('show-gone').click()
    await vi.waitFor(() => expect(tiersShown()).toHaveLength(12))
    expect(app.places.current).toEqual({ kind: 'project', place: 'grade' })
    await expect.element(page.getByRole('gridcell', { name: /停了3/ })).toBeVisible()
    await expect.element(page.getByRole('gridcell', { name: /常客/ })).not.toBeInTheDocument()
  })
})

test('where nothing tells who has left, there are no chances and no list of the gone', async () => {
  await openPane(
    ordersOf(Object.fromEntries(twelve.map((at) => [`常客${at}`, every(20 + at, at, 364)]))),
  )
  await expect.element(page.getByText('记录里看不出谁已经离开，不给活跃概率')).toBeVisible()
  await expect.element(page.getByRole('region', { name: '预测准不准' })).toBeVisible()
  await expect.element(page.getByText('可能不再来')).not.toBeInTheDocument()
  await expect.element(page.getByRole('region', { name: /^活跃概率/ })).not.toBeInTheDocument()
  await expect.element(page.getByTestId('show-gone')).not.toBeInTheDocument()
})

test('too few repeat buyers: said, nothing invented, and the value is still there', async () => {
  await openPane(ordersOf({ 安: [0, 40], 博: [10], 蔡: [20, 300] }))
  await expect.element(page.getByText('回头客只有 2 位，不够预测')).toBeVisible()
  await expect.element(page.getByText('能预测的客户', { exact: true })).not.toBeInTheDocument()
  await expect.element(page.getByRole('heading', { name: '客户价值' })).toBeVisible()
})

async function violations(): Promise<string[]> {
  await Promise.all(document.getAnimations().map((animation) => animation.finished))
  if (!('axe' in window)) {
    const script = document.createElement('script')
    script.textContent = axeScript
    document.head.append(script)
  }
  const { axe: run } = window as unknown as { axe: typeof axe }
  const report = await run.run(document.body, {
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'],
  })
  return report.violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 120)).join(' | ')}`,
  )
}
