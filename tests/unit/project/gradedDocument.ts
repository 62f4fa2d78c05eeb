import type { Document } from '../../../src/project/document.ts'
import type { Column } from '../../../src/table/column.ts'
import {
  aTier,
  customers,
  numberColumn,
  sampleDocument,
  scheme,
  textColumn,
  categoryColumn,
} from './documents.ts'

const criterion = {
  enabled: true,
  weight: 20,
  direction: 'higher',
  missing: { id: 'reweight' },
} as const

/** Nine customers of whom two are one, with every kind of column, preparation, rules and tiers by hand. */
export function gradedDocument(): Document {
  const texts = (
    id: string,
    name: string,
    role: Column['role'],
    words: readonly string[],
  ): Column => ({
    ...textColumn(id, name, words),
    role,
  })
  const last: Column = {
    ...numberColumn('last', '最近购买', []),
    type: 'date',
    reading: 'date',
    values: Float64Array.of(20_400, 20_450, 20_400, NaN, 20_453, 19_000, 20_000, 20_453, 20_300),
  }
  const vip: Column = {
    ...numberColumn('vip', 'VIP', []),
    type: 'boolean',
    reading: 'boolean',
    values: Uint8Array.of(1, 0, 2, 1, 0, 0, 1, 1, 0),
  }
  const table = customers(
    [
      texts('no', '客户编号', 'key', [
        '001',
        '002',
        '003',
        '004',
        '005',
        '006',
        '007',
        '008',
        '009',
      ]),
      texts('name', '客户名称', 'name', [
        '张三',
        '李四',
        '王五',
        '赵六',
        '张三',
        '',
        '周八',
        '吴九',
        '郑十',
      ]),
      texts('phone', '电话', 'phone', [
        '13800000001',
        '13800000002',
        '',
        '13800000004',
        '13800000001',
        '',
        '',
        '13800000008',
        '',
      ]),
      numberColumn('spend', '金额', [5000, NaN, 2000, 2000, 120.5, 0, 90_000, -300, 2000]),
      numberColumn('count', '次数', [1, 5, 5, NaN, 2, 0, 12, 3, 3]),
      last,
      {
        ...categoryColumn('region', '地区', [
          '华东',
          '华北',
          '华东',
          '',
          '华东区',
          '西南',
          '华北',
          '华东',
          '西南',
        ]),
        role: 'group',
      },
      vip,
    ],
    9,
  )
  const graded: Document['scheme'] = {
    ...scheme,
    criteria: [
      ...scheme.criteria,
      {
        ...criterion,
        id: 'k_count',
        column: 'count',
        name: '次数',
        scoring: { id: 'percentile' },
        missing: { id: 'median' },
      },
      {
        ...criterion,
        id: 'k_last',
        column: 'last',
        name: '最近购买',
        direction: 'lower',
        scoring: { id: 'linear', worst: null, best: null },
        prepare: { winsorise: [0.1, 0.9], log: false },
        missing: { id: 'fixed', utility: 0.2 },
      },
      {
        ...criterion,
        id: 'k_region',
        column: 'region',
        name: '地区',
        scoring: { id: 'lookup', points: [{ category: '华东', utility: 1 }], other: 0.3 },
      },
    ],
    rules: [
      {
        id: 'r_few',
        enabled: true,
        conditions: [{ id: 'compare', column: 'count', operator: '<', value: 2 }],
        effect: { id: 'cap', tier: 't_b' },
      },
      {
        id: 'r_vip',
        enabled: true,
        conditions: [{ id: 'among', column: 'vip', categories: ['true'], not: false }],
        effect: { id: 'bonus', points: 5 },
      },
    ],
  }
  return {
    ...sampleDocument('p_graded'),
    tables: { customers: { ...table, key: 'no', distinct: new Map([['d_1', [1, 7]]]) } },
    scheme: graded,
    keptScheme: scheme,
    overrides: new Map([
      ['001', aTier],
      ['008', { ...aTier, tier: 't_c', expires: '2026-06-30' }],
    ]),
  }
}
