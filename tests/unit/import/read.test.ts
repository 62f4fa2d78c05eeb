import { describe, expect, test } from 'vitest'
import { createJob } from '../../../src/core/job.ts'
import { buildTable, planImport } from '../../../src/import/read.ts'
import {
  asOf,
  issueCodes,
  names,
  opened,
  pasted,
  planOf,
  planText,
  tableOf,
  valuesOf,
} from './sources.ts'

const template = `客户基本信息 | 分级指标 | 分级结果 | 备注 | | |
---|---|---|---|---|---|---|
客户名称 | 联系方式 | 购买频率 | 单次消费金额 | 客户生命周期价值 | 等级 | 备注 |
张三 | 138xxxxxx | 每月一次 | 500元 | 5000元 | A级 | 长期稳定客户 |
李四 | 139xxxxxx | 每季度一次 | 3000元 | 30000元 | B级 | 高价值客户 |
王五 | 137xxxxxx | 半年一次 | 1000元 | 2000元 | C级 | 新客户 |
`

describe('the three-row table of the field, pasted as it stands', () => {
  test('row 2 names the columns; the groups go by what the columns are, since pasting lost their spans', async () => {
    const plan = await planOf(await pasted(template))
    expect(plan.file.kind).toBe('markdown')
    expect(plan.layout).toEqual({
      headerFrom: 0,
      headerRows: 2,
      dataFrom: 2,
      dataTo: 5,
      totals: [],
    })
    expect(
      plan.columns.map(({ group, name, role, reading }) => [group, name, role, reading]),
    ).toEqual([
      ['客户基本信息', '客户名称', 'name', 'text'],
      ['客户基本信息', '联系方式', 'phone', 'phone'],
      ['分级指标', '购买频率', 'measure', 'frequency'],
      ['分级指标', '单次消费金额', 'measure', 'money'],
      ['分级指标', '客户生命周期价值', 'measure', 'money'],
      ['分级结果', '等级', 'tier', 'tier'],
      ['备注', '备注', 'note', 'text'],
    ])
    expect(plan.columns.every(({ success }) => success === 1)).toBe(true)
  })

  test('becomes values as the reading table says: 12, 4, 2 a year; yuan', async () => {
    const table = await tableOf(await pasted(template))
    expect(valuesOf(table, '购买频率')).toEqual([12, 4, 2])
    expect(valuesOf(table, '单次消费金额')).toEqual([500, 3000, 1000])
    expect(valuesOf(table, '客户生命周期价值')).toEqual([5000, 30000, 2000])
    expect(valuesOf(table, '联系方式')).toEqual(['138xxxxxx', '139xxxxxx', '137xxxxxx'])
    expect(table.columns.map(({ id }) => id)).toEqual(['c1', 'c2', 'c3', 'c4', 'c5', 'c6', 'c7'])
    expect(table.key).toBe('c1') // no customer number, and no name twice
  })

  test('the template is asked of the function from outside, with the columns taken along', async () => {
    const source = await pasted(template)
    const suggest = (columns: readonly { name: string }[]) => columns.map(({ name }) => name).join()
    const choices = { columns: { 6: { include: false } } }
    const plan = await planImport(source, choices, asOf, createJob(), suggest)
    expect(plan.template).toBe('客户名称,联系方式,购买频率,单次消费金额,客户生命周期价值,等级')
  })
})

describe('changing the plan', () => {
  const text = '客户编号,客户名称,日期,金额\n1,张三,3/5/2024,500\n2,李四,4/5/2024,700\n'

  test('names, roles, readings and columns follow the choices; ids stay by place', async () => {
    const source = await opened(text)
    const choices = {
      columns: {
        1: { name: '姓名' },
        2: { dateOrder: 'dmy' },
        0: { include: false },
        3: { reading: 'text' },
      },
    } as const
    const table = await tableOf(source, choices)
    expect(table.columns.map(({ id, name }) => [id, name])).toEqual([
      ['c2', '姓名'],
      ['c3', '日期'],
      ['c4', '金额'],
    ])
    expect(valuesOf(table, '日期')).toEqual(
      ['2024-05-03', '2024-05-04'].map((day) => Date.parse(day) / 86_400_000),
    )
    expect(valuesOf(table, '金额')).toEqual(['500', '700'])
  })

  test('the file is parsed again for another delimiter, and for nothing else', async () => {
    let reads = 0
    const file = new Blob([text.replaceAll(',', ';')])
    const counted = new Proxy(file, {
      get(target, key) {
        if (key === 'slice') reads++
        const value: unknown = Reflect.get(target, key)
        return typeof value === 'function' ? (value.bind(target) as unknown) : value
      },
    })
    const { openSource } = await import('../../../src/import/read.ts')
    const source = await openSource({ kind: 'file', file: counted, name: 'a.csv' }, createJob())
    await planOf(source)
    const before = reads
    await planOf(source, { headerRows: 0 })
    await planOf(source, { columns: { 3: { reading: 'text' } } })
    await planOf(source, { columns: { 3: { include: false } } })
    expect(reads).toBe(before)
    const other = await planOf(source, { delimiter: ',' })
    expect(reads).toBeGreaterThan(before)
    expect(other.columns).toHaveLength(1)
    expect((await planOf(source)).columns).toHaveLength(4)
  })

  test('a role chosen by hand takes it from the column that had it', async () => {
    const plan = await planText(text, { columns: { 1: { role: 'key' } } })
    expect(plan.columns.map(({ role }) => role).filter((role) => role === 'key')).toEqual(['key'])
    expect(plan.columns[1]?.role).toBe('key')
  })
})

describe('what is said about the whole table', () => {
  test('numbers given twice and customers without one', async () => {
    const others = Array.from({ length: 20 }, (_, i) => `B${100 + i},5`).join('\n')
    const source = await opened(`客户编号,金额\nA001,1\nA002,2\nA001,3\n,4\n${others}\n`)
    const plan = await planOf(source)
    const byCode = new Map(plan.issues.map((issue) => [issue.code, issue]))
    expect(byCode.get('keys.duplicate')).toMatchObject({
      detail: { column: '客户编号', count: 1, examples: ['A001'] },
      rows: [3],
    })
    expect(byCode.get('rows.blankKeys')).toMatchObject({ detail: { count: 1 }, rows: [4] })
    expect((await tableOf(source)).key).toBe('c1')
  })

  test('names that come twice, where there are no numbers; they are then no keys', async () => {
    const source = await opened('客户名称,金额\n张三,1\n李四,2\n张三 ,3\n')
    expect(issueCodes(await planOf(source))).toContain('names.duplicate')
    expect((await tableOf(source)).key).toBeNull()
  })

  test('a table has one key, one name and one column of tiers', async () => {
    const plan = await planText(
      '客户编号,会员号,客户名称,公司名称,等级,会员等级\n1,a1,张三,甲公司,A级,金卡\n2,a2,李四,乙公司,B级,银卡\n',
    )
    for (const role of ['key', 'name', 'tier'])
      expect(plan.columns.filter((column) => column.role === role)).toHaveLength(1)
    expect(names(plan)[plan.columns.findIndex(({ role }) => role === 'key')]).toBe('客户编号')
    expect(names(plan)[plan.columns.findIndex(({ role }) => role === 'tier')]).toBe('等级')
  })

  test('rows of an issue about a column are rows of the file', async () => {
    const plan = await planText(
      '标题,,\n\n客户名称,金额,地区\n张三,1,a\n合计,1,\n李四,面议,b\n王五,3,c\n',
    )
    const column = plan.columns[1]
    expect(column?.failures).toEqual(['面议'])
    expect(column?.issues.find(({ code }) => code === 'column.unreadable')?.rows).toEqual([5])
  })
})

describe('a long file', () => {
  const rows = Array.from(
    { length: 20_000 },
    (_, i) => `C${i},客户${i},${i % 97},2024-03-0${1 + (i % 9)}`,
  )
  const text = `客户编号,客户名称,次数,日期\n${rows.join('\n')}\n`

  test('reports its steps and gives way between them', async () => {
    const steps = new Set<string>()
    const job = createJob(undefined, ({ step }) => steps.add(step))
    let checkpoints = 0
    const counted = {
      ...job,
      checkpoint: (...args: Parameters<typeof job.checkpoint>) => (
        checkpoints++,
        job.checkpoint(...args)
      ),
    }
    const { openSource } = await import('../../../src/import/read.ts')
    const source = await openSource(
      { kind: 'file', file: new Blob([text]), name: 'a.csv' },
      counted,
    )
    const plan = await planImport(source, {}, asOf, counted)
    const table = await buildTable(source, plan, {}, 'customers', counted)
    expect(table.rowCount).toBe(20_000)
    expect(checkpoints).toBeGreaterThan(20)
    expect(steps.size).toBeGreaterThan(0)
  })

  test('can be cancelled', async () => {
    const stop = new AbortController()
    const source = await opened(text)
    stop.abort()
    await expect(planImport(source, {}, asOf, createJob(stop.signal))).rejects.toMatchObject({
      code: 'job.cancelled',
    })
  })
})
