import { beforeAll, describe, expect, test, vi } from 'vitest'
import { page } from 'vitest/browser'
import type { App } from '../../../src/state/app.svelte.ts'
import { one, openGraded } from '../openGraded.ts'

// all expectations are worked out by hand from these lines; the as-of date is 2026-11-21
const list = '客户编号,客户名称,推荐人\nC1,安,\nC2,博,C1\nC3,蔡,C1\nC4,丁,C2\n'
const orders = `订单号,客户编号,下单时间,商品类别,渠道,金额,优惠金额,成本
1,C1,2026-01-05,绿茶,门店,100,0,60
2,C1,2026-02-09,绿茶,天猫,300,50,100
3,C1,2026-03-02,红茶,门店,200,0,100
4,C2,2026-01-20,红茶,天猫,80,0,40
5,C2,2026-02-25,红茶,天猫,40,0,20
6,C3,2026-03-11,茶具,,500,0,300
`
const service = `工单号,客户编号,受理时间,完成时间,问题类型
1,C1,2026-01-02,2026-01-05,投诉
2,C1,2026-02-01,,咨询
3,C2,2026-02-10,2026-02-11,咨询
4,C2,2026-02-12,2026-02-17,咨询
`
const contacts = `客户编号,跟进时间,跟进方式,跟进内容,跟进人
C1,2026-01-10,电话,回访,王
C1,2026-11-10,电话,回访,王
C2,2026-11-11,微信,回访,王
`

async function take(app: App, text: string, name: string) {
  const source = { kind: 'text', text, name } as const
  const { session } = await app.client.call('planImport', { source, choices: {}, into: 'replace' })
  await app.client.call('runImport', { session, name: '', into: 'replace' })
}
async function go(side: string) {
  await page.getByTestId('nav-insights').click()
  await page.getByRole('button', { name: side, exact: true }).click()
}
/** Name, figure and help of each figure on show. */
const figures = () =>
  [...document.querySelectorAll('main dl.card > div')].map((each) =>
    [...each.querySelectorAll('dt, .figure, dd > span')].map((part) => part.textContent.trim()),
  )
const rowsOf = (name: string) =>
  page
    .getByRole('region', { name, exact: true })
    .last()
    .getByRole('row')
    .elements()
    .map((row) => [...row.querySelectorAll('th, td')].map((cell) => cell.textContent.trim()))
const names = () =>
  [...document.querySelectorAll('[role="gridcell"]')]
    .map((cell) => cell.textContent.trim())
    .filter((text) => ['安', '博', '蔡', '丁'].includes(text))

describe('four customers and their records, on one page', () => {
  let app: App
  beforeAll(async () => {
    ;({ app } = await openGraded(list))
    await take(app, orders, '订单.csv')
    await take(app, service, '工单.csv')
    await take(app, contacts, '跟进记录.csv')
  })

  test('orders in figures, months, categories, channels, margin and referrals', async () => {
    await go('订单')
    await expect.element(page.getByRole('region', { name: '带来最多的客户' }).first()).toBeVisible()
    expect(figures()).toEqual([
      ['订单数', '6', '3 位客户买过'],
      ['金额', '1,220', '已减去退款'],
      ['客单价', '203.33', '平均每单'], // 1,220 ÷ 6
      ['复购率', '66.7%', '3 位里有 2 位买过两次以上'],
      ['平时多久买一次', '35 天', '一半的再次购买不超过这么多天'], // of 35, 21 and 36 days
      ['优惠占比', '3.9%', '优惠 ÷ 原价'], // 50 ÷ 1,270
      ['毛利', '600', '占金额的 49.2%'], // 1,220 − 620
      ['推荐过别人的客户', '2', '占全部客户的 50.0%'],
      ['推荐来的客户', '3', '每位推荐人平均带来 1.5 位'],
      ['推荐来的客户的金额', '620', '占全部金额的 50.8%'], // 博 120, 蔡 500
    ])
    for (const part of document.querySelectorAll('main .place > *'))
      // none is squeezed
      expect(part.clientHeight).toBeGreaterThanOrEqual(part.scrollHeight)
    expect(rowsOf('品类')).toEqual([
      ['品类', '明细行数', '金额', '占金额'],
      ['茶具', '1', '500', '41.0%'],
      ['绿茶', '2', '400', '32.8%'],
      ['红茶', '3', '320', '26.2%'],
    ])
    expect(rowsOf('渠道').slice(1)).toEqual([
      ['天猫', '3', '420', '34.4%'],
      ['门店', '2', '300', '24.6%'],
      ['没有填写', '1', '500', '41.0%'],
    ])
    expect(rowsOf('带来最多的客户').slice(1)).toEqual([
      ['安', '2', '620', '100.0%'],
      ['博', '1', '0', '0.0%'],
    ])
    const amounts = page.getByRole('region', { name: '每月金额' })
    await expect.element(amounts.getByText('最多的是 2026 年 3 月：700')).toBeVisible()
    await amounts.getByRole('button', { name: '看表格' }).click()
    await expect
      .element(amounts.getByRole('row', { name: '2026 年 1 月' }))
      .toHaveTextContent('180')
  })

  test('service and contacts, and the way to who was never contacted', async () => {
    await go('服务与往来')
    await expect.element(page.getByRole('region', { name: '往来方式' }).first()).toBeVisible()
    await vi.waitFor(() => expect(figures()).toHaveLength(8))
    expect(figures()).toEqual([
      ['服务单', '4', '同一单号只算一次'],
      ['投诉', '1', '占服务单的 25.0%'],
      ['还没办完', '1', '占服务单的 25.0%'],
      ['处理天数', '3 天', '一半的服务单不超过这么多天'], // of 3, 1 and 5
      ['往来次数', '3', '联系过 2 位客户'],
      ['最近 90 天的往来', '2', '占全部往来的 66.7%'],
      ['最近 90 天联系过的客户', '2', '占全部客户的 50.0%'],
      ['从没联系过的客户', '2', '占全部客户的 50.0%'],
    ])
    expect(rowsOf('往来方式').slice(1)).toEqual([
      ['电话', '2', '66.7%'],
      ['微信', '1', '33.3%'],
    ])
    await expect.element(page.getByText('2026 年 11 月还没过完')).toBeVisible()
    await page.getByRole('button', { name: /从没联系过/ }).click()
    await vi.waitFor(() => expect(names().toSorted()).toEqual(['丁', '蔡'].toSorted()))
  })

  test('categories lead to their customers once the column is in the sheet; so does the repeat rate', async () => {
    await go('订单')
    const card = page.getByRole('region', { name: '品类', exact: true }).first()
    await expect.element(card.getByText('“主要品类”一列没有加入客户表')).toBeVisible()
    expect(card.getByRole('button').elements()).toHaveLength(0)
    await app.project.run({
      kind: 'setModel',
      model: 'behaviour',
      set: { columns: ['orders.count', 'orders.category'] },
    })
    await card.getByRole('button', { name: '红茶' }).click() // 博's
    await vi.waitFor(() => expect(names()).toEqual(['博']))
    expect(app.places.current).toEqual({ kind: 'project', place: 'grade' })
    await page.getByTestId('nav-insights').click()
    await page.getByRole('button', { name: /66\.7%/ }).click()
    await vi.waitFor(() => expect(names().toSorted()).toEqual(['博', '安'].toSorted()))
  })
})

test('what a part of a pane lacks is said below its heading; the others stand', async () => {
  const { app } = await openGraded(
    '订单号,客户名称,下单时间,金额\n1,安,2026-01-05,100\n2,博,2026-02-05,50\n',
  )
  await page.getByTestId('nav-insights').click()
  await page.getByRole('button', { name: '订单', exact: true }).click()
  await expect.element(page.getByText('还缺成本、毛利或推荐人的列')).toBeVisible()
  await expect.element(page.getByRole('region', { name: '每月订单数' })).toBeVisible()
  // a margin rate alone is enough
  await app.project.run({
    kind: 'setModel',
    model: 'contribution',
    set: { on: true, settings: { marginRate: 0.4 } },
  })
  await vi.waitFor(() => expect(figures()).toContainEqual(['毛利', '60', '占金额的 40.0%']))
})

test('all panes can be reached where there is little room: in two lines, or in a list', async () => {
  await openGraded(list, 'lang=en', [760, 800])
  await page.getByTestId('nav-insights').click()
  const side = page.getByRole('button', { name: 'Service and contacts' })
  await side.click()
  await expect.element(page.getByRole('heading', { name: 'Contacts' })).toBeVisible()
  expect(one('nav-insights').getAttribute('aria-current')).toBeTruthy()
  const { right } = side.element().getBoundingClientRect()
  expect(right).toBeLessThanOrEqual(window.innerWidth)
  await page.viewport(390, 800)
  await page.getByRole('combobox', { name: 'Side of the analysis' }).selectOptions('Orders')
  await expect.element(page.getByRole('heading', { name: 'Contacts' })).not.toBeInTheDocument()
})
