import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { names, opened, planOf, tableOf, valuesOf } from './sources.ts'

const sample = (file: string) =>
  opened(
    new Uint8Array(readFileSync(resolve(import.meta.dirname, '../../../public/samples', file))),
    file,
  )

const sum = (values: unknown[]) => values.reduce<number>((total, value) => total + Number(value), 0)

describe('the bundled samples', () => {
  test('the template has its three customers and seven columns', async () => {
    const plan = await planOf(await sample('template.md'))
    expect([plan.rowCount, plan.columns.length]).toEqual([3, 7])
    expect(plan.issues.filter(({ level }) => level !== 'info')).toEqual([])
  })

  // 4,338 customers, 18,532 invoices, 8,911,407.90 pounds: facts of the cleaned Online Retail data (UCI)
  test('the shop list adds up to its source', async () => {
    const source = await sample('shop.csv')
    const plan = await planOf(source)
    expect(plan.rowCount).toBe(4338)
    expect(names(plan)).toEqual([
      '客户编号',
      '国家',
      '最近购买日期',
      '购买次数',
      '累计金额',
      '客单价',
    ])
    expect(plan.columns.every(({ failed }) => failed === 0)).toBe(true)
    const table = await tableOf(source)
    expect(sum(valuesOf(table, '购买次数'))).toBe(18_532)
    expect(sum(valuesOf(table, '累计金额'))).toBeCloseTo(8_911_407.9, 2)
  })

  test('the business list is real in its gaps: a few cells cannot be read, and they are found', async () => {
    const plan = await planOf(await sample('b2b.csv'))
    expect(plan.rowCount).toBe(2_000)
    expect(plan.columns.map(({ role }) => role).slice(0, 3)).toEqual(['key', 'name', 'phone'])
    const unreadable = plan.columns.filter(({ failed }) => failed > 0).map(({ name }) => name)
    expect(unreadable).toEqual(['年采购额', '回款天数'])
    expect(plan.columns.filter(({ missing }) => missing > 0).length).toBeGreaterThan(4)
    expect(plan.issues.map(({ code }) => code)).not.toContain('keys.duplicate')
  })

  test('the orders of the tea shop are told for what they are', async () => {
    const plan = await planOf(await sample('orders.csv'))
    expect([plan.rowCount, plan.kind]).toEqual([2_296, 'orders'])
    expect(plan.columns.every(({ failed }) => failed === 0)).toBe(true)
    const roles = plan.columns.map(({ role }) => role)
    for (const role of ['record', 'key', 'name', 'phone', 'when', 'refund', 'status'] as const)
      expect(roles).toContain(role)
    expect(roles.includes('amount') || roles.includes('total')).toBe(true)
  })
})
