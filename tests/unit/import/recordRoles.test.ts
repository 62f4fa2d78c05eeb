import { expect, test } from 'vitest'
import type { ColumnRole } from '../../../src/table/column.ts'
import type { TableKind } from '../../../src/table/kind.ts'
import { planText } from './sources.ts'

async function roles(...lines: readonly string[]) {
  const { kind, columns } = await planText(lines.join('\n'))
  return {
    kind,
    role: (header: string) => columns.find(({ name }) => name === header)?.role,
    having: (role: ColumnRole) =>
      columns.filter((column) => column.role === role).map(({ name }) => name),
  }
}

test.each<readonly [header: string, cells: string, kind: TableKind, role: ColumnRole | undefined]>([
  ['品类', '茶', 'orders', 'category'],
  ['商品分类', '茶', 'orders', 'category'],
  ['商品类型', '茶', 'orders', 'category'],
  ['Product Type', 'Tea', 'orders', 'category'],
  ['category', 'Tea', 'orders', 'category'],
  ['渠道', '网店', 'orders', 'channel'],
  ['来源渠道', '网店', 'orders', 'channel'],
  ['Sales Channel', 'Online', 'orders', 'channel'],
  ['门店', '东门店', 'orders', 'channel'],
  ['优惠金额', '5', 'orders', 'discount'],
  ['折扣金额', '5', 'orders', 'discount'],
  ['Discount Amount', '5', 'orders', 'discount'],
  ['折扣', '0.8', 'orders', 'other'], // a rate, as is the next
  ['Discount', '0.15', 'orders', 'other'],
  ['优惠', '满100减5', 'orders', 'other'], // words
  ['成本', '5', 'orders', 'cost'],
  ['成本价', '5', 'orders', 'other'], // of one piece
  ['毛利', '5', 'orders', 'profit'],
  ['利润', '5', 'orders', 'profit'],
  ['Gross Profit', '5', 'orders', 'profit'],
  ['毛利率', '30%', 'orders', 'other'],
  ['完成时间', '2024-1-9', 'service', 'closed'],
  ['关闭时间', '2024-1-9', 'service', 'closed'],
  ['解决时间', '2024-1-9', 'service', 'closed'],
  ['Closed At', '2024-1-9', 'service', 'closed'],
  ['解决时间', '3小时', 'service', 'other'], // how long it took
  ['沟通方式', '电话', 'interactions', 'channel'],
  ['Activity Type', 'Call', 'interactions', 'channel'],
  ['推荐人', '李四', 'customers', 'referrer'],
  ['介绍人', '李四', 'customers', 'referrer'],
  ['转介绍', '李四', 'customers', 'referrer'],
  ['Referred By', 'Ann', 'customers', 'referrer'],
  ['推荐人手机号', '13800138000', 'customers', 'referrer'],
  ['推荐指数', '9', 'customers', 'measure'],
  ['推荐人', '李四', 'orders', 'other'],
])('%s (%s) of %s is %s', async (header, cell, kind, role) => {
  const frames: Partial<Record<TableKind, readonly [string, string, string]>> = {
    orders: ['订单号,客户名称,下单时间,金额', '1,甲,2024-1-1,30', '2,乙,2024-1-3,5'],
    service: ['工单号,客户名称,受理时间,状态', '1,甲,2024-1-1,已完成', '2,乙,2024-1-3,处理中'],
    interactions: ['跟进编号,客户名称,跟进时间,跟进内容', '1,甲,2024-1-1,a', '2,乙,2024-1-3,b'],
    customers: ['客户编号,客户名称,电话', 'C1,甲,13900139000', 'C2,乙,13700137000'],
  }
  const [head, ...rows] = frames[kind] ?? []
  const plan = await roles(`${head ?? ''},${header}`, ...rows.map((row) => `${row},${cell}`))
  expect(plan.kind).toBe(kind)
  expect(plan.role(header)).toBe(role)
  const named = plan.having('name')
  expect(named).toEqual(['客户名称'])
  if (kind !== 'customers') expect(plan.having('when')).toHaveLength(1)
})
test('a store that buys is the customer, not the channel', async () => {
  const plan = await roles(
    '订单号,门店,下单时间,金额,渠道\n1,东门店,2024-1-1,30,网店\n2,西门店,2024-1-3,5,网店',
  )
  expect(plan.having('name')).toEqual(['门店'])
  expect(plan.having('channel')).toEqual(['渠道'])
  const sold = await roles(
    '订单号,门店,客户名称,下单时间,金额\n1,东门店,甲,2024-1-1,30\n2,西门店,乙,2024-1-3,5',
  )
  expect(sold.having('name')).toEqual(['客户名称'])
  expect(sold.having('channel')).toEqual(['门店'])
})
