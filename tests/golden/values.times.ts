import { dayOf } from '../../src/import/workbook/workbookCell.ts'
import type { Case } from './values.ts'

const months = ['2024-03-06', '2024-03-07', '2024-03-08', '2024-03-09']
const usual = ['每月一次', '每周一次', '每季度一次', '半年一次']

/** Frequencies and dates: rows of the page "Reading what people really write". */
export const times: readonly Case[] = [
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
    among: usual,
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
    among: usual,
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
    among: usual,
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
]
