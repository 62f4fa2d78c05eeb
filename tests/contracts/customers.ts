import { seeded } from '../../src/core/random.ts'
import type { Table } from '../../src/table/table.ts'
import { booleans, categories, dates, numbers, tableOf, texts } from '../fixtures/gradingTables.ts'

/** Customers with ties, gaps, a long tail, dates, words and signs. */
export function customers(seed: number, rows: number): Table {
  const random = seeded(seed)
  const fill = (gaps: number, make: () => number) =>
    Array.from({ length: rows }, () => (random() < gaps ? NaN : make()))
  const among = (words: readonly string[]) =>
    Array.from({ length: rows }, () => words[Math.floor(random() * words.length)] ?? '')
  return tableOf(
    [
      texts(
        'id',
        Array.from({ length: rows }, (_, row) => `K${row}`),
        { role: 'key', name: '客户编号' },
      ),
      numbers(
        'money',
        fill(0.02, () => Math.round(Math.exp(random() * 13) * 100) / 100),
        { name: '消费金额' },
      ),
      numbers(
        'count',
        fill(0.1, () => Math.floor(random() * random() * 40)),
        { name: '购买 "次数"' },
      ),
      numbers(
        'balance',
        fill(0, () => (random() - 0.4) * 1e5),
        { name: '余额' },
      ),
      numbers(
        'share',
        fill(0.3, () => Math.round(random() * 1000) / 1000),
        { name: "比例's" },
      ),
      dates(
        'last',
        fill(0.05, () => 20_778 - Math.floor(random() * random() * 900)),
        { name: '最近日期' },
      ),
      categories('kind', among(['', 'A', 'B', 'C', "d'é"]), { name: '类别' }),
      categories('region', among(['', '华东', '华南', '北']), { name: '地区' }),
      booleans(
        'vip',
        fill(0, () => Math.floor(random() * 3)),
        { name: '会员' },
      ),
      texts('note', among(['', '', 'x']), { name: '备注' }),
    ],
    rows,
  )
}
