import { describe, expect, test } from 'vitest'
import { issueCodes, names, opened, planOf, planText, tableOf, valuesOf } from './sources.ts'

const detailOf = (plan: Awaited<ReturnType<typeof planText>>, code: string) =>
  plan.issues.find((issue) => issue.code === code)?.detail

describe('where the table stands', () => {
  test('title and note rows above the header are skipped, the star of required fields is dropped', async () => {
    const plan = await planText(
      '客户分级表,,\n注：带*号为必填项,,\n\n客户名称*,购买频率,*单次消费金额*\n张三,每月一次,500元\n李四,半年一次,300元\n',
    )
    expect(plan.layout).toEqual({
      headerFrom: 3,
      headerRows: 1,
      dataFrom: 4,
      dataTo: 6,
      totals: [],
    })
    expect(names(plan)).toEqual(['客户名称', '购买频率', '单次消费金额'])
    expect(plan.sample.map(({ part }) => part)).toEqual([
      'title',
      'title',
      'blank',
      'header',
      'data',
      'data',
    ])
  })

  test('a list without a header loses no row', async () => {
    const plan = await planText('1001,张三,500\n1002,李四,700\n')
    expect(plan.layout).toMatchObject({ headerFrom: -1, headerRows: 0, dataFrom: 0 })
    expect(plan.rowCount).toBe(2)
    expect(names(plan)).toEqual(['列 1', '列 2', '列 3'])
  })

  test('years and months are headers where the cells below are amounts', async () => {
    const plan = await planText('客户名称,2023,2024,1月\n张三,500,700,20\n李四,300,900,30\n')
    expect(names(plan)).toEqual(['客户名称', '2023', '2024', '1月'])
  })

  test('total rows are left out, listed, and can be taken along', async () => {
    const source = await opened(
      '客户名称,地区,金额\n张三,华东,500\n小计：,,500\n李四,华南,700\n华南小计,,700\n总 计,,1200\nTotal,,1200\n',
    )
    const plan = await planOf(source)
    expect(plan.layout.totals).toEqual([2, 4, 5, 6])
    expect(plan.rowCount).toBe(2)
    expect(detailOf(plan, 'rows.totals')).toEqual({ count: 4, rows: ['3', '5', '6', '7'] })
    expect(valuesOf(await tableOf(source), '金额')).toEqual([500, 700])
    expect((await planOf(source, { includeTotals: true })).rowCount).toBe(6)
  })

  test('a customer who is called Total is no total', async () => {
    const plan = await planText(
      '客户名称,地区,金额\nTotal,巴黎,500\n合计科技,华东,200\n李四,华南,700\n',
    )
    expect(plan.layout.totals).toEqual([])
    expect(plan.rowCount).toBe(3)
  })

  test('signed notes and the totals above them end the data', async () => {
    const plan = await planText(
      '客户名称,地区,金额\n张三,华东,500\n李四,华南,700\n合计,,1200\n制表人：王五,,\n数据来源：ERP,,\n',
    )
    expect(plan.rowCount).toBe(2)
    expect(plan.layout.totals).toEqual([3])
    expect(detailOf(plan, 'rows.notes')).toEqual({ count: 2, rows: ['5', '6'] })
  })

  test('blank rows among the customers are no customers', async () => {
    const plan = await planText('客户名称,金额\n张三,500\n,\n\n李四,700\n , \n')
    expect(plan.rowCount).toBe(2)
    expect(plan.layout).toMatchObject({ dataFrom: 1, dataTo: 5 })
  })

  test('a header over two rows, pasted without its joins, is put together', async () => {
    const plan = await planText(
      '客户信息\t\t分级指标\t\t\t备注\n客户名称\t联系方式\t购买频率\t单次消费金额\t客户生命周期价值\t\n张三\t138xxxxxx\t每月一次\t500元\t5000元\t老客户\n',
    )
    expect(plan.layout).toMatchObject({ headerFrom: 0, headerRows: 2 })
    expect(plan.columns.map(({ group, name }) => [group, name])).toEqual([
      ['客户信息', '客户名称'],
      ['客户信息', '联系方式'],
      ['分级指标', '购买频率'],
      ['分级指标', '单次消费金额'],
      ['分级指标', '客户生命周期价值'],
      [null, '备注'],
    ])
  })

  test('the header can be chosen by hand', async () => {
    const source = await opened('a,b\nc,d\n1,2\n')
    expect(names(await planOf(source, { headerFrom: 1 }))).toEqual(['c', 'd'])
    expect(names(await planOf(source, { headerFrom: 0, headerRows: 2 }))).toEqual(['c', 'd'])
    const none = await planOf(source, { headerRows: 0 })
    expect([none.rowCount, names(none)]).toEqual([3, ['列 1', '列 2']])
  })
})

describe('the names of columns', () => {
  test('repeated ones are numbered, and a name that is taken is not given again', async () => {
    const plan = await planText('客户名称,备注,备注,备注 (2),备注\n张三,a,b,c,d\n李四,a,b,c,d\n')
    expect(names(plan)).toEqual(['客户名称', '备注', '备注 (3)', '备注 (2)', '备注 (4)'])
    expect(detailOf(plan, 'headers.duplicate')).toEqual({ count: 1, examples: ['备注'] })
  })

  test('blank ones are named by their place; columns without name and cells do not exist', async () => {
    const plan = await planText('客户名称,,金额,,\n张三,x,500,,\n李四,y,700,,\n')
    expect(names(plan)).toEqual(['客户名称', '列 2', '金额'])
    expect(detailOf(plan, 'headers.blank')).toEqual({ count: 1 })
  })

  test('line breaks within a header become blanks', async () => {
    expect(names(await planText('"客户\n名称","金额\r\n(元)"\n张三,5\n李四,6\n'))).toEqual([
      '客户 名称',
      '金额 (元)',
    ])
  })

  test('__proto__ and constructor are names like others (reliability.md B1, B2)', async () => {
    const source = await opened('__proto__,constructor,toString\nx,1,a\ny,2,b\n')
    const table = await tableOf(source)
    expect(table.columns.map(({ name }) => name)).toEqual(['__proto__', 'constructor', 'toString'])
    expect(valuesOf(table, '__proto__')).toEqual(['x', 'y'])
  })
})

describe('rows that do not fit', () => {
  test('short records are filled, longer ones get a column; both are counted', async () => {
    const source = await opened('名称,金额,备注\n张三,500,a\n李四\n王五,700,c,多出来\n赵六,1,d\n')
    const plan = await planOf(source)
    expect(detailOf(plan, 'rows.ragged')).toEqual({ count: 2 })
    expect(plan.issues.find(({ code }) => code === 'rows.ragged')?.rows).toEqual([2, 3])
    expect(valuesOf(await tableOf(source), '列 4')).toEqual([null, null, '多出来', null])
  })

  test('empty fields at the end of every record are no fault', async () => {
    expect(issueCodes(await planText('名称,金额,,\n张三,500,,\n李四,700,,\n'))).not.toContain(
      'rows.ragged',
    )
  })
})
