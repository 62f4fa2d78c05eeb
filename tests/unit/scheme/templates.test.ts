import { describe, expect, test } from 'vitest'
import { grade } from '../../../src/grading/grade.ts'
import { UtilityCache } from '../../../src/grading/utilityCache.ts'
import { seeded } from '../../../src/core/random.ts'
import { check } from '../../../src/scheme/check.ts'
import { criterionFor, isSkewed } from '../../../src/scheme/templates/criterion.ts'
import { defaultScheme, suggestTemplate, templates } from '../../../src/scheme/templates/index.ts'
import { directionOf, meaningOf } from '../../../src/scheme/templates/meaning.ts'
import { valueColumnOf } from '../../../src/scheme/templates/slots.ts'
import type { ReadingId } from '../../../src/table/column.ts'
import {
  booleans,
  categories,
  dates,
  numbers,
  tableOf,
  templateTable,
  texts,
} from '../../fixtures/gradingTables.ts'

const asOf = '2026-11-21'
const labels = ['重点客户', '成长客户', '一般客户', '观察客户']
const facts = (name: string, reading: ReadingId = 'number') =>
  ({ name, reading, role: 'measure' }) as const

/** 120 customers of the columns that the generated lists have; as in real ones, who buys often also spends more and came lately. */
function shop() {
  const random = seeded(5)
  const level = Array.from({ length: 120 }, random)
  const fill = (make: (level: number) => number) => level.map(make)
  return tableOf(
    [
      texts(
        'id',
        fill(() => 0).map((_, i) => `C${i}`),
        { name: '客户编号', role: 'key' },
      ),
      dates(
        'first',
        fill(() => 19_000 + Math.floor(random() * 300)),
        { name: '首次购买日期' },
      ),
      dates(
        'last',
        fill((l) => 20_000 + Math.floor(l * 500 + random() * 200)),
        { name: '最近购买日期' },
      ),
      numbers(
        'count',
        fill((l) => Math.ceil(l * 25 + random() * 5)),
        { name: '购买次数' },
      ),
      numbers(
        'sum',
        fill((l) => Math.exp(l * 10 + random() * 2)),
        { name: '累计金额', reading: 'money' },
      ),
      numbers(
        'nps',
        fill((l) => Math.floor(l * 9 + random() * 2)),
        { name: 'NPS评分' },
      ),
      numbers(
        'bad',
        fill(() => Math.floor(random() * 3)),
        { name: '投诉次数' },
      ),
    ],
    120,
  )
}

describe('the three-row table of the field', () => {
  const table = templateTable()
  const scheme = defaultScheme(table, asOf, { labels })

  test('gets its own template: 60 / 20 / 20, linear, A from 60, B from 40', () => {
    expect(scheme.template).toBe('frequencySpendLifetime')
    expect(scheme.criteria.map(({ column, weight }) => [column, weight])).toEqual([
      ['frequency', 60],
      ['spend', 20],
      ['value', 20],
    ])
    expect(scheme.tiers.map(({ name, label }) => [name, label])).toEqual([
      ['A', '重点客户'],
      ['B', '成长客户'],
      ['C', '一般客户'],
    ])
    expect(scheme.valueColumn).toBe('value')
  })

  test('gives 张三 62.14 A, 李四 52 B, 王五 4 C (hand calculation)', () => {
    const { score, final } = grade(table, scheme, { overrides: new Map() }, new UtilityCache())
    // 张三 60·1 + 20·0 + 20·3000/28000; 李四 60·.2 + 20 + 20; 王五 20·500/2500
    expect([...score]).toEqual([62.142857143, 52, 4])
    expect(Array.from(final, (tier) => scheme.tiers[tier]?.name)).toEqual(['A', 'B', 'C'])
  })

  test('its given tiers are no input', () => {
    expect(scheme.criteria.some(({ column }) => column === 'tier')).toBe(false)
  })
})

describe('suggestion', () => {
  test.each([
    ['rfmList', ['最近购买日期', '购买次数', '累计金额', 'NPS评分', '投诉次数']],
    ['rfmList', ['revenue', 'number_of_orders', 'recency_days']],
    ['b2b', ['年采购额', '合作潜力', '回款天数', '投诉次数', '满意度']],
    ['b2b', ['Annual purchase', 'Potential', 'Payment days', 'Complaints', 'Satisfaction']],
    ['bank', ['总资产', '持有产品数', '开户年限', '活跃度']],
    ['telecom', ['tenure', 'MonthlyCharges', 'TotalCharges']],
    ['general', ['Fresh', 'Milk', 'Grocery']],
  ])('%s for %j', (id, names) => {
    expect(suggestTemplate(names.map((name) => facts(name)))).toBe(id)
  })

  test('nothing where nothing is measured', () => {
    const columns = [{ name: '客户名称', reading: 'text', role: 'name' }] as const
    expect(suggestTemplate(columns)).toBeNull()
    expect(
      defaultScheme(tableOf([texts('n', ['a'], { role: 'name' })], 1), asOf, { labels }),
    ).toMatchObject({
      template: null,
      criteria: [],
      tiers: [{ name: 'A' }, { name: 'B' }, { name: 'C' }, { name: 'D' }],
    })
  })
})

test.each([
  ['最近一年购买次数', 'number', 'orderCount', 'higher'],
  ['最近购买日期', 'date', 'lastPurchase', 'lower'],
  ['距上次购买天数', 'number', 'lastPurchase', 'lower'],
  ['客单价', 'money', 'spendPerOrder', 'higher'],
  ['AOV', 'money', 'spendPerOrder', 'higher'],
  ['LTV', 'money', 'lifetimeValue', 'higher'],
  ['累计投诉次数', 'number', 'complaints', 'lower'],
  ['逾期天数', 'number', 'overdue', 'lower'],
  ['年采购额（万元）', 'money', 'annualPurchase', 'higher'],
  ['拜访间隔天数', 'number', 'activity', 'higher'],
] as const)('%s (%s) means %s, %s is better', (name, reading, meaning, direction) => {
  expect(meaningOf(facts(name, reading))).toBe(meaning)
  expect(directionOf(facts(name, reading))).toBe(direction)
})

test('an unknown header is better high unless its words say otherwise', () => {
  expect(directionOf(facts('Fresh'))).toBe('higher')
  expect(directionOf(facts('响应延迟'))).toBe('lower')
  expect(directionOf(facts('Support cost'))).toBe('lower')
})

describe.each(templates.all)('template $id', (template) => {
  test('builds a scheme that grades, with four labelled tiers or its own three', () => {
    for (const table of [shop(), templateTable()]) {
      const scheme = template.build(table, asOf, { labels, name: 'x' })
      expect(scheme).toMatchObject({ template: template.id, name: 'x', asOf })
      expect(scheme.tiers).toHaveLength(template.id === 'frequencySpendLifetime' ? 3 : 4)
      expect(new Set(scheme.criteria.map(({ id }) => id)).size).toBe(scheme.criteria.length)
      const result = grade(table, scheme, { overrides: new Map() }, new UtilityCache())
      expect(result.totals.graded).toBe(table.rowCount)
      expect(check(scheme, table).filter(({ level }) => level === 'error')).toEqual([])
    }
  })

  test('fits within 0..1, and nothing where nothing is measured', () => {
    for (const table of [shop(), templateTable()]) {
      const fit = template.fits(table.columns)
      expect(fit).toBeGreaterThanOrEqual(0)
      expect(fit).toBeLessThanOrEqual(1)
    }
    expect(template.fits([])).toBe(0)
  })
})

test('a shop list is spread over all four tiers at once', () => {
  const scheme = defaultScheme(shop(), asOf, { labels })
  expect(scheme.template).toBe('rfmList')
  expect(scheme.valueColumn).toBe('sum')
  const { totals } = grade(shop(), scheme, { overrides: new Map() }, new UtilityCache())
  expect(Math.min(...totals.tiers.map(({ count }) => count))).toBeGreaterThan(0)
})

describe('criterionFor', () => {
  const table = shop()
  const of = (id: string) => {
    const column = table.columns.find((c) => c.id === id)
    if (!column) throw new Error(id)
    return criterionFor(column, table, asOf)
  }

  test('skewed money goes by rank, even counts by a straight line', () => {
    expect(of('sum').scoring.id).toBe('percentile')
    expect(of('count').scoring.id).toBe('linear')
    expect(isSkewed(Float64Array.from({ length: 50 }, (_, i) => 2 ** i))).toBe(false)
    expect(isSkewed(Float64Array.from({ length: 51 }, (_, i) => 2 ** i))).toBe(true)
  })

  test('directions follow the header', () => {
    expect([of('last'), of('bad'), of('first')].map(({ direction }) => direction)).toEqual([
      'lower',
      'lower',
      'higher',
    ])
  })

  test('categories and booleans are looked up, in the order of known words', () => {
    const words = categories('size', ['小', '大', '中', '大'])
    expect(criterionFor(words, tableOf([words], 4), asOf).scoring).toEqual({
      id: 'lookup',
      points: [
        { category: '大', utility: 1 },
        { category: '中', utility: 0.5 },
        { category: '小', utility: 0 },
      ],
      other: 0,
    })
    const churned = booleans('churn', [0, 1, 1], { name: '是否流失' })
    expect(criterionFor(churned, tableOf([churned], 3), asOf).scoring).toMatchObject({
      points: [
        { category: 'true', utility: 0 },
        { category: 'false', utility: 1 },
      ],
    })
  })

  test('words without a known order get the middle each', () => {
    const words = categories('region', ['华东', '华南'])
    const { scoring } = criterionFor(words, tableOf([words], 2), asOf)
    expect(scoring).toMatchObject({ points: [{ utility: 0.5 }, { utility: 0.5 }], other: 0.5 })
  })
})

test('the value column is what customers brought, else the first money column, else none', () => {
  const spend = numbers('a', [1], { name: '运费', reading: 'money' })
  expect(valueColumnOf([spend, numbers('b', [1], { name: '累计金额' })])?.id).toBe('b')
  expect(valueColumnOf([numbers('c', [1]), spend])?.id).toBe('a')
  expect(valueColumnOf([numbers('c', [1])])).toBeNull()
})
