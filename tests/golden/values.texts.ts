import type { Case } from './values.ts'

/** Phones, codes, tiers, ratings, yes and no, and what stands for nothing: rows of the page "Reading what people really write". */
export const texts: readonly Case[] = [
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
    reading: 'identity',
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
