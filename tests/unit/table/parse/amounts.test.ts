import { rows } from './rows.ts'

const cny = { unit: 'CNY' }

rows(
  'money with a currency word',
  'money',
  [
    ['500元', 500],
    ['500 元', 500],
    ['￥500', 500],
    ['¥500', 500],
    ['RMB 500', 500],
    ['人民币500元整', 500],
    ['¥1,200.50', 1200.5],
    ['1,200.50元', 1200.5],
    ['１，２００．５０', 1200.5],
  ],
  cny,
)

rows(
  'wan and yi',
  'money',
  [
    ['3万', 30000],
    ['3万元', 30000],
    ['3w', 30000],
    ['3W', 30000],
    ['3.5万', 35000],
    ['3万5', 35000],
    ['3万2千', 32000],
    ['3万零50', 30050],
    ['1.5亿', 150000000],
    ['200百万', 200000000],
    ['5千', 5000],
    ['8百', 800],
    ['1.1万', 11000],
    ['1亿2000万', 120000000],
  ],
  cny,
)

rows(
  'Chinese numerals',
  'money',
  [
    ['五百元', 500],
    ['三千五', 3500],
    ['一万二', 12000],
    ['两百', 200],
    ['十二', 12],
    ['二百零五', 205],
    ['伍仟元整', 5000],
    ['三点五万', 35000],
  ],
  cny,
)

rows(
  'Latin scales',
  'money',
  [
    ['1.2k', 1200],
    ['1.2K', 1200],
    ['$1.2M', 1200000],
    ['2mm', null, 'error'],
  ],
  { unit: 'USD' },
)

rows('currencies and decimal signs', 'money', [
  ['USD 1,200', 1200, 'plain', { unit: 'USD' }],
  ['€1.200,50', 1200.5, 'plain', { unit: 'EUR', decimal: ',' }],
  ['€1.200,50', 1200.5, 'plain', { unit: 'EUR' }],
  ['1 200,50', 1200.5, 'plain', { decimal: ',' }],
  ['1.200', 1200, 'plain', { decimal: ',' }],
  ['1.200', 1.2, 'plain', { decimal: '.' }],
  ['1,200', 1200, 'plain', { decimal: '.' }],
  ['1,5', 1.5, 'assumed', { decimal: '.' }],
  ['USD 1,200', 1200, 'assumed', cny],
])

rows('negative amounts', 'number', [
  ['(1,200)', -1200],
  ['-1,200', -1200],
  ['－1200', -1200],
  ['1,200-', -1200],
  ['−1200', -1200],
])

rows(
  'approximate amounts',
  'money',
  [
    ['约500元', 500, 'approximate'],
    ['500左右', 500, 'approximate'],
    ['500+', 500, 'approximate'],
    ['≥500', 500, 'approximate'],
    ['500以上', 500, 'approximate'],
    ['500多元', 500, 'approximate'],
  ],
  cny,
)

rows(
  'ranges',
  'money',
  [
    ['500-1000元', 750, 'range'],
    ['500~1000', 750, 'range'],
    ['1-3万', 20000, 'range'],
    ['5千-1万', 7500, 'range'],
    ['￥500～￥1000', 750, 'range'],
    ['1000-500', null, 'error'],
  ],
  cny,
)

rows(
  'rates',
  'money',
  [
    ['500元/月', 500],
    ['6000/年', 6000],
    ['1万每季度', 10000],
    ['500元/月', 500, 'assumed', { per: 'year' }],
  ],
  cny,
)

rows('percents', 'percent', [
  ['12%', 0.12],
  ['１２％', 0.12],
  ['0.12', 0.12, 'assumed'],
  ['12', 0.12, 'assumed'],
  ['12', 0.12, 'plain', { percentColumn: { bare: 'whole', sure: true } }],
  ['0.12', 0.12, 'plain', { percentColumn: { bare: 'fraction', sure: true } }],
  [{ kind: 'number', value: 0.12, text: '12%' }, 0.12],
  ['百分之十二', 0.12],
])

rows('discounts', 'discount', [
  ['八折', 0.8],
  ['95折', 0.95],
  ['九五折', 0.95],
  ['8.5折', 0.85],
])
