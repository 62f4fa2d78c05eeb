import { describe, expect, test } from 'vitest'
import type { ImportChoices } from '../../../src/import/plan.ts'
import { Mappings, shapeOf } from '../../../src/state/mappings.ts'
import type { Preferences } from '../../../src/state/preferences.ts'
import { opened, planOf, tableOf, valuesOf } from './sources.ts'

// Source: the page "Reading what people really write"; values by hand.
const text = `客户名称,购买频率,金额,等级,余额
张三,每月一次,500元/月,钻石,0
李四,偶尔,600元,白银,999
王五,每周一次,保密,黄金,-1
`
const words = [['偶尔', 2]] as const

describe('a decision about a column', () => {
  test('reads that column anew and no other', async () => {
    const source = await opened(text)
    const before = await planOf(source)
    const after = await planOf(source, { columns: { 1: { words } } })
    expect([before.columns[1]?.success, after.columns[1]?.success]).toEqual([2 / 3, 1])
    // what was found for the others is the same object: nothing was read again
    for (const index of [0, 2, 3, 4])
      expect(after.columns[index]?.examples).toBe(before.columns[index]?.examples)
    expect(after.columns[1]?.examples).not.toBe(before.columns[1]?.examples)
  })

  test('is in the table: values, and rules for what comes later', async () => {
    const choices: ImportChoices = {
      missing: ['-', '保密', '999', '-1'],
      columns: {
        1: { words },
        2: { yearly: true },
        3: { tiers: ['钻石', '黄金', '白银'] },
      },
    }
    const table = await tableOf(await opened(text), choices)
    expect(valuesOf(table, '购买频率')).toEqual([12, 2, 52])
    expect(valuesOf(table, '金额')).toEqual([6000, 600, null])
    expect(valuesOf(table, '余额')).toEqual([0, null, null]) // 0 stays zero
    const rules = Object.fromEntries(table.columns.map(({ name, rules }) => [name, rules]))
    expect(rules['购买频率']?.words).toEqual([['偶尔', 2]])
    expect(rules['金额']).toMatchObject({ yearly: true, missing: ['-', '保密', '999', '-1'] })
    expect(rules['等级']?.tiers).toEqual(['钻石', '黄金', '白银'])
  })

  test('does not show where nothing is decided: texts taken as empty are those of the page', async () => {
    const plan = await planOf(await opened(text))
    for (const mark of '- -- / \\ 无 暂无 未知 n/a #n/a null 待补充 ?'.split(' '))
      expect(plan.missing).toContain(mark)
  })

  test('is remembered for the next list of the same headers', async () => {
    const kept = new Map<string, string>()
    const preferences: Preferences = {
      get: (name) => kept.get(name) ?? null,
      set: (name, value) => void (value === null ? kept.delete(name) : kept.set(name, value)),
    }
    const mappings = new Mappings(preferences)
    const shape = shapeOf(await planOf(await opened(text)))
    const choices: ImportChoices = { missing: ['-'], columns: { 1: { words } } }
    mappings.keep(shape, choices)
    const found = new Mappings(preferences).find(shape)
    expect(found).toEqual(choices)
    const plan = await planOf(await opened(text.replace('张三', '赵六')), found ?? {})
    expect(plan.columns[1]?.success).toBe(1)
  })

  test('words that are names of objects are words', async () => {
    const odd = '客户名称,购买频率\n张三,__proto__\n李四,constructor\n王五,每月一次\n'
    const columns = {
      1: {
        words: [
          ['__proto__', 3],
          ['constructor', 4],
        ] as const,
      },
    }
    const table = await tableOf(await opened(odd), {
      columns: { 1: { ...columns[1], reading: 'frequency' } },
    })
    expect(valuesOf(table, '购买频率')).toEqual([3, 4, 12])
  })
})
