import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { matchForm } from '../../src/table/parse/normalise.ts'
import { phoneKey } from '../../src/table/parse/phone.ts'
import { splitTags } from '../../src/table/parse/tags.ts'
import { dayOf } from '../../src/import/workbookCell.ts'
import {
  bytesOf,
  encode,
  issueCodes,
  names,
  opened,
  pasted,
  planOf,
  planText,
  tableOf,
  utf16,
  valuesOf,
} from '../unit/import/sources.ts'
import { type Case, imported } from './values.ts'

/**
 * Every row of the first table of the page "Reading what people really write" (spec/value-parsing.md): what its texts are
 * in a column that an import understands by itself. The page is the source of all expectations.
 */
const page = resolve(import.meta.dirname, '../../../shared/spec/value-parsing.md')
const cited = new Set<string>()
const row = (name: string) => {
  cited.add(name)
  return name
}

const months = ['2024-03-06', '2024-03-07', '2024-03-08', '2024-03-09']
const times = ['每月一次', '每周一次', '每季度一次', '半年一次']

const cases: readonly Case[] = [
  {
    row: '500元',
    header: '单次消费金额',
    reading: 'money',
    unit: 'CNY',
    cells: [
      ['500元', 500],
      ['500 元', 500],
      ['￥500', 500],
      ['¥500', 500],
      ['RMB 500', 500],
      ['人民币500元整', 500],
    ],
  },
  {
    row: '¥1,200.50',
    header: '金额',
    reading: 'money',
    unit: 'CNY',
    cells: [
      ['¥1,200.50', 1200.5],
      ['1,200.50元', 1200.5],
      ['１，２００．５０', 1200.5],
    ],
  },
  {
    row: '3万',
    header: '年消费额',
    reading: 'money',
    unit: 'CNY',
    cells: [
      ['3万', 30000],
      ['3万元', 30000],
      ['3w', 30000],
      ['3W', 30000],
    ],
  },
  {
    row: '3.5万',
    header: '年消费额',
    reading: 'money',
    cells: [
      ['3.5万', 35000],
      ['3万5', 35000],
      ['3万2千', 32000],
      ['3万零50', 30050],
    ],
  },
  {
    row: '1.5亿',
    header: '营业额',
    reading: 'money',
    cells: [
      ['1.5亿', 150_000_000],
      ['200百万', 200_000_000],
      ['5千', 5000],
      ['8百', 800],
    ],
  },
  {
    row: '五百元',
    header: '金额',
    reading: 'money',
    unit: 'CNY',
    cells: [
      ['五百元', 500],
      ['三千五', 3500],
      ['一万二', 12000],
      ['两百', 200],
      ['十二', 12],
    ],
  },
  {
    row: '1.2k',
    header: 'Revenue',
    reading: 'money',
    unit: 'USD',
    cells: [
      ['1.2k', 1200],
      ['1.2K', 1200],
      ['$1.2M', 1_200_000],
      ['2mm', null, 'error'],
    ],
    among: ['$500', '$800'],
    issues: ['column.unreadable'],
  },
  {
    row: 'USD 1,200',
    header: 'Revenue',
    reading: 'money',
    unit: 'USD',
    cells: [['USD 1,200', 1200]],
    among: ['USD 1,500'],
  },
  {
    row: 'USD 1,200',
    header: 'Umsatz',
    reading: 'money',
    unit: 'EUR',
    cells: [
      ['€1.200,50', 1200.5],
      ['1 200,50', 1200.5],
    ],
  },
  {
    row: 'USD 1,200',
    header: '金额',
    reading: 'money',
    unit: 'CNY',
    cells: [
      ['USD 1,200', 1200, 'assumed'],
      ['€1.200,50', 1200.5, 'assumed'],
    ],
    among: ['500元', '300元', '200元'],
    issues: ['column.mixedCurrency'],
  },
  {
    row: '(1,200)',
    header: '利润',
    reading: 'money',
    cells: [
      ['(1,200)', -1200],
      ['-1,200', -1200],
      ['－1200', -1200],
      ['1,200-', -1200],
    ],
  },
  {
    row: '约500元',
    header: '客单价',
    reading: 'money',
    cells: [
      ['约500元', 500, 'approximate'],
      ['500左右', 500, 'approximate'],
      ['500+', 500, 'approximate'],
      ['≥500', 500, 'approximate'],
      ['500以上', 500, 'approximate'],
    ],
    issues: ['column.approximate'],
  },
  {
    row: '500-1000元',
    header: '消费金额',
    reading: 'money',
    unit: 'CNY',
    cells: [
      ['500-1000元', 750, 'range'],
      ['500~1000', 750, 'range'],
      ['1-3万', 20000, 'range'],
    ],
    issues: ['column.range'],
  },
  {
    row: '500元/月',
    header: '消费金额',
    reading: 'money',
    cells: [['500元/月', 500]],
    among: ['300元/月', '800元/月'],
    issues: ['column.rates'],
  },
  {
    row: '500元/月',
    header: '消费金额',
    reading: 'money',
    cells: [
      ['500元/月', 6000],
      ['6000/年', 6000],
      ['1万每季度', 40000],
    ],
    choice: { yearly: true },
    issues: ['column.decided'],
  },
  {
    row: '12%',
    header: '毛利率',
    reading: 'percent',
    cells: [
      ['12%', 0.12],
      ['１２％', 0.12],
    ],
  },
  {
    row: '0.12 or 12',
    header: '毛利率',
    reading: 'percent',
    cells: [['12', 0.12, 'assumed']],
    among: ['15%', '20%', '30%'],
    issues: ['column.barePercents'],
  },
  {
    row: '0.12 or 12',
    header: '毛利率',
    reading: 'percent',
    cells: [['0.12', 0.12, 'assumed']],
    among: ['15%', '20%', '30%'],
    issues: ['column.barePercents'],
  },
  {
    row: '八折',
    header: '折扣',
    reading: 'discount',
    cells: [
      ['八折', 0.8],
      ['95折', 0.95],
      ['九五折', 0.95],
    ],
  },
  {
    row: '每月一次',
    header: '购买频率',
    reading: 'frequency',
    unit: '1/year',
    cells: [
      ['每月一次', 12],
      ['每月1次', 12],
      ['月均1次', 12],
      ['1次/月', 12],
      ['monthly', 12],
      ['once a month', 12],
    ],
  },
  {
    row: '每季度一次',
    header: '购买频率',
    reading: 'frequency',
    cells: [
      ['每季度一次', 4],
      ['每季1次', 4],
      ['quarterly', 4],
    ],
  },
  {
    row: '半年一次',
    header: '购买频率',
    reading: 'frequency',
    cells: [
      ['半年一次', 2],
      ['每半年一次', 2],
      ['twice a year', 2],
      ['half-yearly', 2],
    ],
  },
  {
    row: '每年一次',
    header: '购买频率',
    reading: 'frequency',
    cells: [
      ['每年一次', 1],
      ['一年3次', 3],
      ['每年2-3次', 2.5, 'range'],
    ],
  },
  {
    row: '每周一次',
    header: '购买频率',
    reading: 'frequency',
    cells: [
      ['每周一次', 52],
      ['每周两次', 104],
      ['weekly', 52],
    ],
  },
  {
    row: '每天',
    header: '购买频率',
    reading: 'frequency',
    cells: [
      ['每天', 365],
      ['每日一次', 365],
      ['daily', 365],
    ],
  },
  {
    row: '隔月一次',
    header: '购买频率',
    reading: 'frequency',
    cells: [
      ['隔月一次', 6],
      ['两个月一次', 6],
      ['每2个月1次', 6],
    ],
  },
  {
    row: '每半月一次',
    header: '购买频率',
    reading: 'frequency',
    cells: [
      ['每半月一次', 24],
      ['两周一次', 26],
      ['every 2 weeks', 26],
    ],
  },
  {
    row: 'biweekly',
    header: 'Purchase frequency',
    reading: 'frequency',
    cells: [
      ['biweekly', 26, 'assumed'],
      ['bi-monthly', 6, 'assumed'],
    ],
    issues: ['column.ambiguousFrequency'],
  },
  {
    row: '3次/季',
    header: '购买频率',
    reading: 'frequency',
    cells: [
      ['3次/季', 12],
      ['5次每季度', 20],
    ],
  },
  {
    row: '偶尔',
    header: '购买频率',
    reading: 'frequency',
    cells: [
      ['偶尔', null, 'error'],
      ['经常', null, 'error'],
      ['不定期', null, 'error'],
      ['rarely', null, 'error'],
    ],
    among: times,
    issues: ['column.vagueFrequency'],
  },
  {
    row: '偶尔',
    header: '购买频率',
    reading: 'frequency',
    cells: [
      ['偶尔', 2],
      ['经常', 24],
      ['不定期', null],
      ['rarely', 1],
    ],
    among: times,
    choice: {
      words: [
        ['偶尔', 2],
        ['经常', 24],
        ['不定期', null],
        ['Rarely', 1],
      ],
    },
    issues: ['column.decided'],
  },
  {
    row: '首次',
    header: '购买频率',
    reading: 'frequency',
    cells: [
      ['首次', null, 'error'],
      ['仅一次', null, 'error'],
      ['1次', null, 'error'],
    ],
    among: times,
    issues: ['column.vagueFrequency'],
  },
  {
    row: '2024/3/5',
    header: '最近购买时间',
    reading: 'date',
    cells: [
      ['2024/3/5', '2024-03-05'],
      ['2024-03-05', '2024-03-05'],
      ['2024.3.5', '2024-03-05'],
      ['2024年3月5日', '2024-03-05'],
      ['20240305', '2024-03-05'],
    ],
  },
  {
    row: '2024年3月',
    header: '最近购买时间',
    reading: 'date',
    cells: [
      ['2024年3月', '2024-03-01', 'coarse'],
      ['2024-03', '2024-03-01', 'coarse'],
      ['2024Q1', '2024-01-01', 'coarse'],
      ['2024年一季度', '2024-01-01', 'coarse'],
    ],
  },
  {
    row: '3月5日',
    header: '最近购买时间',
    reading: 'date',
    cells: [
      ['3月5日', '2026-03-05', 'assumed'],
      ['3/5', '2026-03-05', 'assumed'],
    ],
    among: months,
    issues: ['column.assumed'],
  },
  {
    row: '3/5/2024',
    header: 'Last order date',
    reading: 'date',
    cells: [
      ['3/5/2024', '2024-03-05'],
      ['05/03/2024', '2024-05-03'],
    ],
    among: ['3/25/2024'],
  },
  {
    row: '3/5/2024',
    header: 'Last order date',
    reading: 'date',
    cells: [
      ['3/5/2024', '2024-05-03'],
      ['05/03/2024', '2024-03-05'],
    ],
    among: ['25/03/2024'],
  },
  {
    row: '3/5/2024',
    header: 'Last order date',
    reading: 'date',
    cells: [['05/03/2024', '2024-05-03', 'assumed']],
    issues: ['column.dateOrderUnsure'],
  },
  {
    row: '24/3/5',
    header: '最近购买时间',
    reading: 'date',
    cells: [
      ['24/3/5', '2024-03-05'],
      ['5-Mar-24', '2024-03-05'],
      ['Mar 5, 2024', '2024-03-05'],
    ],
  },
  {
    row: '2024-03-05 10:30:00 +0800',
    header: 'Created at',
    reading: 'date',
    cells: [
      ['2024-03-05 10:30:00 +0800', '2024-03-05'],
      ['2024-03-05T02:30:00Z', '2024-03-05'],
    ],
  },
  {
    row: 'Excel serial',
    header: '最近购买时间',
    reading: 'date',
    cells: [
      [{ kind: 'date', day: dayOf(45356, 1900) }, '2024-03-05'],
      [{ kind: 'date', day: dayOf(43894, 1904) }, '2024-03-05'],
      [45356, '2024-03-05', 'assumed'], // a number without a date format, among dates
    ],
  },
  {
    row: '3天前',
    header: '最近购买时间',
    reading: 'date',
    cells: [
      ['3天前', '2026-11-18', 'assumed'],
      ['上周', '2026-11-14', 'coarse'],
      ['去年底', null, 'error'], // no value, and marked: the page says missing
    ],
    among: months,
  },
  {
    row: '0000-00-00',
    header: '最近购买时间',
    reading: 'date',
    cells: [
      ['0000-00-00', null],
      ['1900-01-00', null],
      ['1970-01-01', null],
      [{ kind: 'date', day: 0 }, null],
    ],
    among: months,
  },
  {
    row: 'future date',
    header: '最近购买时间',
    reading: 'date',
    cells: [['2026-11-22', '2026-11-22']],
    issues: ['column.future'],
  },
  {
    row: '138xxxxxx',
    header: '联系方式',
    reading: 'phone',
    cells: [
      ['138xxxxxx', '138xxxxxx', 'masked'],
      ['138****1234', '138****1234', 'masked'],
    ],
    issues: ['column.masked'],
  },
  {
    row: '13800138000',
    header: '手机',
    reading: 'phone',
    cells: [
      [13800138000, '13800138000'],
      [{ kind: 'number', value: 13800138000, text: '13800138000' }, '13800138000'],
    ],
  },
  {
    row: '1.38E+10',
    header: '手机',
    reading: 'phone',
    cells: [
      ['1.38E+10', '1.38E+10', 'digitsLost'],
      [{ kind: 'number', value: 13800138000, text: '1.38E+10' }, '13800138000'],
    ],
    issues: ['column.digitsLost'],
  },
  {
    row: '+86 138-0013-8000',
    header: '手机',
    reading: 'phone',
    cells: [
      ['+86 138-0013-8000', '+86 138-0013-8000'],
      ["'13800138000", '13800138000'],
      ['(010)6234-5678', '(010)6234-5678'],
    ],
  },
  {
    row: '110101199001011234',
    header: '身份证号',
    reading: 'code',
    cells: [[Number('110101199001011234'), '110101199001011230', 'digitsLost']],
    issues: ['column.digitsLost'],
  },
  {
    row: '00123',
    header: '物料',
    reading: 'code',
    cells: [['00123', '00123']],
    among: ['00124', '00200'],
  },
  {
    row: "'7210448301122",
    header: 'Customer ID',
    reading: 'code',
    cells: [
      ["'7210448301122", '7210448301122'],
      ["'75008", '75008'],
    ],
  },
  {
    row: 'A级',
    header: '等级',
    reading: 'tier',
    cells: [
      ['A级', 'A'],
      ['Ａ', 'A'],
      ['a', 'A'],
      ['A类', 'A'],
      ['A级客户', 'A'],
      ['等级A', 'A'],
    ],
    issues: ['column.hasTiers'],
  },
  {
    row: 'A+',
    header: '客户等级',
    reading: 'tier',
    cells: [
      ['A+', 'A+'],
      ['S', 'S'],
      ['VIP', 'VIP'],
      ['钻石', '钻石'],
      ['一级', '一级'],
      ['重点客户', '重点客户'],
    ],
    issues: ['column.tierOrder'],
  },
  {
    row: '★★★★☆',
    header: '星级',
    reading: 'rating',
    unit: '5',
    cells: [
      ['★★★★☆', 4],
      ['4星', 4],
    ],
  },
  {
    row: '★★★★☆',
    header: '服务评分',
    reading: 'rating',
    unit: '5',
    cells: [['4.5/5', 4.5]], // 0.9 of the most
    among: ['3/5', '4/5'],
  },
  {
    row: '★★★★☆',
    header: '服务评分',
    reading: 'rating',
    unit: '100',
    cells: [['90分', 90]],
    among: ['75分', '88分'],
  },
  {
    row: '非常满意/满意/一般/不满意/非常不满意',
    header: '满意度',
    reading: 'rating',
    unit: '5',
    cells: [
      ['非常满意', 5],
      ['满意', 4],
      ['一般', 3],
      ['不满意', 2],
      ['非常不满意', 1],
    ],
  },
  {
    row: '非常满意/满意/一般/不满意/非常不满意',
    header: '是否推荐',
    reading: 'rating',
    unit: '5',
    cells: [
      ['非常同意', 5],
      ['同意', 4],
      ['不同意', 2],
      ['Strongly agree', 5],
      ['Strongly disagree', 1],
    ],
  },
  {
    row: '9',
    header: 'NPS',
    reading: 'rating',
    unit: '10',
    cells: [
      ['9', 9],
      ['9分', 9],
      ['9/10', 9],
      ['11', null, 'error'],
      ['-1', null, 'error'],
    ],
    issues: ['column.unreadable'],
  },
  ...(
    [
      ['是', '否'],
      ['√', '×'],
      ['Y', 'N'],
      ['TRUE', 'FALSE'],
      ['有', '无'],
    ] as const
  ).map(([yes, no]): Case => ({
    row: '是/否',
    header: '是否会员',
    reading: 'boolean',
    cells: [
      [yes, true],
      [no, false],
    ],
  })),
  {
    row: '是/否',
    header: '是否会员',
    reading: 'boolean',
    cells: [
      ['1', true],
      ['0', false],
      [true, true],
    ],
  },
  {
    row: '是/否',
    header: '备注',
    reading: 'text',
    cells: [['无', null]],
    among: ['长期客户'],
  },
  {
    row: '-',
    header: '金额',
    reading: 'money',
    cells: '- -- / \\ 无 暂无 未知 N/A #N/A NULL null 待补充 ?'
      .split(' ')
      .map((mark) => [mark, null] as const),
    among: ['500', '600'],
    issues: ['column.missing'],
  },
  {
    row: 'empty cell vs',
    header: '购买次数',
    reading: 'number',
    cells: [
      ['', null],
      [null, null],
      ['0', 0],
      [0, 0],
    ],
    among: ['3', '5'],
  },
  {
    row: '#REF!',
    header: '金额',
    reading: 'money',
    cells: [
      ['#REF!', null, 'error'],
      ['#VALUE!', null, 'error'],
      ['#DIV/0!', null, 'error'],
      [{ kind: 'error', text: '#REF!' }, null, 'error'],
    ],
    among: ['500', '600', '700', '800', '900'],
    issues: ['column.cellErrors'],
  },
  {
    row: '张三　',
    header: '客户名称',
    reading: 'text',
    cells: [
      ['张三　', '张三'],
      ['张三\u00a0', '张三'],
      ['\u200b张三 ', '张三'],
    ],
  },
  {
    row: '=cmd…',
    header: '说明',
    reading: 'text',
    cells: [
      ['=cmd|calc', '=cmd|calc'],
      ['@SUM(1)', '@SUM(1)'],
      ['+86 138', '+86 138'],
    ],
  },
  {
    row: '=cmd…',
    header: '余额',
    reading: 'money',
    cells: [['-5', -5]],
  },
]

describe.each(cases.map((one) => ({ ...one, name: `${row(one.row)} under ${one.header}` })))(
  '$name',
  ({ header, cells, among = [], choice, reading, unit, issues }) => {
    const all = [...cells.map(([cell]) => cell), ...among]
    const { inferred, read } = imported(header, all, choice)
    test('is understood', () => {
      expect(inferred.reading).toBe(reading)
      if (unit !== undefined) expect(inferred.unit).toBe(unit)
      const codes = inferred.issues.map(({ code }) => code)
      for (const code of issues ?? []) expect(codes).toContain(code)
    })
    test('is read', () => {
      const seen = read.slice(0, cells.length).map(({ cell, value, mark }) => [cell, value, mark])
      expect(seen).toEqual(cells.map(([cell, value, mark = 'plain']) => [cell, value, mark]))
    })
    test('is counted', () => {
      const failed = read.filter(({ mark }) => mark === 'error').length
      const filled = read.filter(({ value, mark }) => value !== null || mark === 'error').length
      expect(inferred).toMatchObject({ filled, failed, missing: all.length - filled })
      expect(inferred.success).toBe(filled === 0 ? 1 : (filled - failed) / filled)
    })
  },
)

describe('keys and matching', () => {
  test(`${row('+86 138-0013-8000')} has one key`, () => {
    const same = ['+86 138-0013-8000', '0086 13800138000', "'13800138000", '138 0013 8000']
    expect(same.map(phoneKey)).toEqual(same.map(() => '13800138000'))
    expect(phoneKey('(010)6234-5678')).toBe('01062345678')
    expect(phoneKey('138****1234')).toBeNull()
  })
  test(row('VIP;老客户，大单、续约'), () => {
    expect(splitTags('VIP;老客户，大单、续约')).toEqual(['VIP', '老客户', '大单', '续约'])
    expect(imported('标签', ['VIP;老客户，大单、续约']).inferred.reading).toBe('tags')
  })
  test(row('北京A科技（有限）公司'), () => {
    expect(matchForm('北京A科技（有限）公司')).toBe(matchForm('北京A科技(有限)公司'))
  })
})

describe('whole tables', () => {
  test(row('row 合计'), async () => {
    const lines = ['合计', '总计', '小计', 'Total'].map((word) => `${word},1500`)
    const plan = await planText(`客户名称,金额\n张三,500\n李四,1000\n${lines.join('\n')}\n`)
    expect(plan.rowCount).toBe(2)
    expect(plan.layout.totals).toEqual([3, 4, 5, 6])
    expect(issueCodes(plan)).toContain('rows.totals')
  })
  test(row('title row'), async () => {
    const plan = await planText(
      '客户信息登记表,\n注：带*号为必填项,\n客户名称*,金额\n张三,500\n李四,700\n',
    )
    expect(plan.layout).toMatchObject({ headerFrom: 2, headerRows: 1, dataFrom: 3 })
    expect(names(plan)).toEqual(['客户名称', '金额'])
  })
  test(row('header rows'), async () => {
    const plan = await planOf(
      await pasted(
        '客户基本信息\t\t分级指标\n客户名称\t联系方式\t单次消费金额\n张三\t138xxxxxx\t500元\n李四\t139xxxxxx\t700元\n',
      ),
    )
    expect(plan.columns.map(({ group, name }) => [group, name])).toEqual([
      ['客户基本信息', '客户名称'],
      ['客户基本信息', '联系方式'],
      ['分级指标', '单次消费金额'],
    ])
  })
  test(row('duplicate header'), async () => {
    const plan = await planText('客户名称,备注,备注\n张三,a,b\n')
    expect(names(plan)).toEqual(['客户名称', '备注', '备注 (2)'])
  })
  test(row('---|---|---'), async () => {
    const plan = await planOf(await pasted('客户名称|金额|备注\n---|---|---\n张三|500|x\n'))
    expect([plan.rowCount, names(plan)]).toEqual([1, ['客户名称', '金额', '备注']])
  })
  test(row('GBK bytes'), async () => {
    const bytes = bytesOf('BF CD BB A7 C3 FB B3 C6 0A D5 C5 C8 FD 0A C0 EE CB C4 0A')
    const plan = await planOf(await opened(bytes))
    expect([plan.text?.encoding, names(plan)]).toEqual(['gb18030', ['客户名称']])
    const longer = encode('客户名称,备注\n张三,长期客户\n', 'gb18030')
    expect(names(await planOf(await opened(longer)))).toEqual(['客户名称', '备注'])
  })
  test(row('UTF-8 file'), async () => {
    const plan = await planText('客户名称\n张三\n')
    expect([plan.text?.encoding, names(plan)]).toEqual(['utf-8', ['客户名称']])
  })
  test(row('UTF-16LE'), async () => {
    const tabs = await planOf(await opened(utf16('\ufeff客户名称\t金额\r\n张三\t500\r\n')))
    expect([tabs.text?.encoding, names(tabs)]).toEqual(['utf-16le', ['客户名称', '金额']])
    const semicolons = await planText('sep=;\n客户名称;金额\n张三;1,5\n')
    expect([semicolons.text?.delimiter, names(semicolons)]).toEqual([';', ['客户名称', '金额']])
    const commas = await planText('sep=,\n客户名称,金额\n张三,500\n')
    expect(names(commas)).toEqual(['客户名称', '金额'])
  })
  test(row('quoted line breaks'), async () => {
    const source = await opened(
      '客户名称,备注,金额\n"张\n三","说""好""",5,\n李四,少一格\n王五,x,7,\n',
    )
    expect(issueCodes(await planOf(source))).toContain('rows.ragged')
    const table = await tableOf(source)
    expect(valuesOf(table, '备注')).toEqual(['说"好"', '少一格', 'x'])
    expect(valuesOf(table, '金额')).toEqual([5, null, 7])
  })
})

describe('the page', () => {
  // the rows of orders belong to the tables of orders
  const elsewhere = ['one order over several rows']
  test.runIf(existsSync(page))('has no row that is not tested', () => {
    const lines = readFileSync(page, 'utf8').split('\n')
    const from = lines.findIndex((line) => line.startsWith('| Input | Expected'))
    const rows = lines.slice(from + 2, lines.indexOf('', from))
    expect(rows.length).toBeGreaterThan(60)
    const known = [...cited, ...elsewhere]
    const left = rows
      .map((line) => (line.split(/(?<!\\)\|/)[1] ?? '').replaceAll('`', '').trim())
      .map((text) => text.replaceAll('\\|', '|'))
      .filter((text) => !known.some((name) => text === name || text.startsWith(`${name} `)))
      .filter((text) => !known.some((name) => text.startsWith(`${name},`)))
    expect(left).toEqual([])
  })
})
