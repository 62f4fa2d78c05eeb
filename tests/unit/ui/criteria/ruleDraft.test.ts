import { describe, expect, test } from 'vitest'
import { ruleText } from '../../../../src/i18n/ruleText.ts'
import { en } from '../../../../src/i18n/en.ts'
import { zh } from '../../../../src/i18n/zh.ts'
import type { SheetColumn } from '../../../../src/engine/views.ts'
import type { Rule } from '../../../../src/scheme/scheme.ts'
import { asksOf, draftOf, newRule, ruleOf } from '../../../../src/ui/criteria/ruleDraft.ts'
import { askedColumns, ruleNames } from '../../../../src/ui/criteria/ruleNames.ts'

const column = (
  id: string,
  type: SheetColumn['type'],
  reading: SheetColumn['reading'],
  more: Partial<SheetColumn> = {},
): SheetColumn => ({
  id,
  name: id,
  group: 'criteria',
  type,
  reading,
  unit: null,
  role: 'measure',
  editable: true,
  model: null,
  formula: null,
  frozen: false,
  width: 90,
  categories: null,
  failed: 0,
  ...more,
})
const all = [
  column('投诉', 'number', 'number'),
  column('毛利率', 'number', 'percent'),
  column('金额', 'number', 'money', { unit: 'CNY' }),
  column('最近购买', 'date', 'date'),
  column('地区', 'category', 'category', { categories: ['华东', '华北'] }),
  column('会员', 'boolean', 'boolean'),
  column('备注', 'text', 'text'),
  column('$score', 'score', null, { name: null }),
]
const columns = askedColumns(all)
const tiers = ['A', 'B', 'C'].map((name) => ({ id: name.toLowerCase(), name, label: '' }))

const rules: readonly (readonly [Omit<Rule, 'id' | 'enabled'>, string, string])[] = [
  [
    {
      conditions: [{ id: 'compare', column: '投诉', operator: '>=', value: 3 }],
      effect: { id: 'cap', tier: 'b' },
    },
    '投诉 ≥ 3，最高 B 级',
    '投诉 ≥ 3: at most B',
  ],
  [
    {
      conditions: [
        { id: 'compare', column: '毛利率', operator: '<', value: 0.07 },
        { id: 'missing', column: '备注', not: true },
      ],
      effect: { id: 'bonus', points: -5 },
    },
    '毛利率 < 7%，且备注有数，减 5 分',
    '毛利率 < 7% and 备注 is there: 5 points less',
  ],
  [
    {
      conditions: [{ id: 'compare', column: '最近购买', operator: '>', value: 90 }],
      effect: { id: 'veto' },
    },
    '最近购买距今 > 90 天，直接 C 级',
    '最近购买 > 90 days ago: straight to C',
  ],
  [
    {
      conditions: [
        { id: 'among', column: '地区', categories: ['华东', '华北'], not: false },
        { id: 'among', column: '会员', categories: ['true'], not: true },
      ],
      effect: { id: 'floor', tier: 'a' },
    },
    '地区为华东或华北，且会员不为是，最低 A 级',
    '地区 is 华东 or 华北 and 会员 is not yes: at least A',
  ],
]

describe('a rule', () => {
  test.each(rules)('%j says %s', (rule, chinese, english) => {
    const decimal = (value: number) => String(Number(value.toFixed(4)))
    const say = (words: typeof zh) =>
      ruleText({ ...rule, enabled: true }, ruleNames(all, tiers, words, decimal), words)
    expect(say(zh)).toBe(chinese)
    expect(say(en)).toBe(english)
  })

  test.each(rules)('%j comes back from the form as it was', (rule) => {
    const draft = draftOf({ ...rule, id: 'r', enabled: true }, columns, tiers)
    expect(ruleOf(draft, columns)).toEqual(rule)
  })

  test('percent is shown as 0 to 100', () => {
    const [, percent] = rules
    if (!percent) throw new Error('no rule')
    const draft = draftOf({ ...percent[0], id: 'r', enabled: true }, columns, tiers)
    expect(draft.conditions[0]?.value).toBe(7)
  })

  test('cannot be saved while something is missing', () => {
    const start = newRule(columns, tiers)
    expect(ruleOf(start, columns)).toBeNull() // no value yet
    const [first] = start.conditions
    if (!first) throw new Error('no condition')
    const filled = { ...start, conditions: [{ ...first, value: 3 }] }
    expect(ruleOf(filled, columns)).not.toBeNull()
    expect(ruleOf({ ...filled, effect: 'bonus', points: 0 }, columns)).toBeNull()
    expect(ruleOf({ ...filled, conditions: [] }, columns)).toBeNull()
    const none = { ...first, column: '地区', ask: 'among' as const }
    expect(ruleOf({ ...filled, conditions: [none] }, columns)).toBeNull()
    expect(
      ruleOf({ ...filled, conditions: [{ ...first, column: 'gone', value: 1 }] }, columns),
    ).toBe(null)
  })

  test('asks each column only what it can answer; results are not asked', () => {
    expect(columns.map(({ id }) => id)).not.toContain('$score')
    expect(columns.map((each) => asksOf(each).length)).toEqual([8, 8, 8, 8, 4, 4, 2])
  })
})
