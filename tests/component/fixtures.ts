import type { Calls } from '../../src/engine/protocol.ts'
import type {
  Catalogue,
  ColumnView,
  ProjectView,
  SchemeView,
  SummaryView,
} from '../../src/engine/views.ts'
import type { ImportPlan, PlannedColumn } from '../../src/import/plan.ts'
import type { ProjectEntry } from '../../src/project/document.ts'
import { FakeClient } from './fakeClient.ts'

export const catalogue: Catalogue = {
  scoring: [
    { id: 'linear', types: ['number', 'date'], directed: true, fields: [] },
    { id: 'percentile', types: ['number', 'date'], directed: true, fields: [] },
    { id: 'bands', types: ['number', 'date'], directed: false, fields: [] },
    { id: 'lookup', types: ['category', 'boolean'], directed: false, fields: [] },
  ],
  tiering: ['cutoffs', 'quota', 'topN', 'valueShare', 'naturalBreaks'],
  aggregation: ['weightedSum', 'weightedProduct', 'topsis'],
  stability: [
    {
      id: 'buffer',
      start: { id: 'buffer', points: 2 },
      fields: [{ name: 'points', min: 0, max: 100, digits: 1 }],
    },
    {
      id: 'reviews',
      start: { id: 'reviews', count: 2 },
      fields: [{ name: 'count', min: 2, max: 12, digits: 0 }],
    },
    {
      id: 'minimumStay',
      start: { id: 'minimumStay', days: 90, onlyDown: true },
      fields: [{ name: 'days', min: 1, max: 3650, digits: 0 }, { name: 'onlyDown' }],
    },
    { id: 'oneStep', start: { id: 'oneStep' }, fields: [] },
  ],
  weightHelpers: ['equal', 'pairwise', 'entropy', 'critic'],
  templates: ['general', 'b2b'],
  readings: [
    { id: 'number', type: 'number' },
    { id: 'money', type: 'number' },
    { id: 'percent', type: 'number' },
    { id: 'frequency', type: 'number' },
    { id: 'rating', type: 'number' },
    { id: 'date', type: 'date' },
    { id: 'boolean', type: 'boolean' },
    { id: 'category', type: 'category' },
    { id: 'tier', type: 'category' },
    { id: 'text', type: 'text' },
    { id: 'phone', type: 'text' },
    { id: 'code', type: 'text' },
  ],
  functions: [],
  samples: [
    { id: 'template', rowCount: 3 },
    { id: 'shop', rowCount: 4338 },
    { id: 'b2b', rowCount: 2000 },
  ],
}

const entry = (
  id: string,
  name: string,
  counts: readonly number[],
  changedAt: string,
): ProjectEntry => ({
  id,
  name,
  rowCount: counts.reduce((sum, count) => sum + count, 0),
  bytes: 1_200_000,
  tiers: counts.map((count, index) => ({ name: 'ABCD'[index] ?? '', count })),
  createdAt: changedAt,
  changedAt,
})

export const projects: readonly ProjectEntry[] = [
  entry('p_1', '2026 客户分级 · 华东区', [1204, 2871, 4410, 1515], new Date().toISOString()),
  entry('p_2', '门店会员年度评级', [215, 620, 978, 573], '2026-11-18T08:00:00.000Z'),
  entry('p_3', '供应商大客户名单（试算）', [63, 146, 159, 50], '2026-11-03T08:00:00.000Z'),
  entry('p_4', '2025 年底分级存档', [1046, 2758, 4281, 1427], '2026-09-30T08:00:00.000Z'),
]

export const project: ProjectView = {
  id: 'p_1',
  name: '2026 客户分级 · 华东区',
  revision: 7,
  rowCount: 10_000,
  source: '华东区客户名单.xlsx',
  tables: [{ id: 'customers', rowCount: 10_000 }],
  undo: 'setWeight',
  redo: null,
  issues: [
    {
      code: 'column.unreadable',
      level: 'warning',
      detail: { column: '单次消费金额', count: 58, examples: ['3万左右', '面议'] },
    },
    {
      code: 'customer.valueBelowYear',
      level: 'warning',
      detail: { count: 1, examples: ['张三'] },
    },
    { code: 'column.hasTiers', level: 'info', detail: { column: '等级' } },
  ],
}

export const scheme: SchemeView = {
  scheme: {
    format: 1,
    name: '分级方案',
    template: 'basic',
    asOf: '2026-11-21',
    criteria: [],
    aggregation: { id: 'weightedSum' },
    tiers: [
      { id: 't1', name: 'A', label: '重点客户' },
      { id: 't2', name: 'B', label: '成长客户' },
      { id: 't3', name: 'C', label: '一般客户' },
      { id: 't4', name: 'D', label: '观察客户' },
    ],
    tiering: { id: 'cutoffs', cutoffs: [80, 60, 40] },
    valueColumn: 'c_spend',
  },
  criteria: [],
  free: [],
  totalWeight: 0,
  cutoffs: [80, 60, 40],
  differences: [],
  templates: [],
  ...{ groups: [], axisColumns: [], withinColumns: [] },
}

export const summary: SummaryView = {
  revision: 7,
  totals: {
    graded: 10_000,
    ungraded: 0,
    tiers: [],
    histogram: new Uint32Array(100),
    histogramByTier: new Uint32Array(400),
    near: 945,
    overridden: 31,
    ruleHits: [],
    valueTotal: 0,
    scoreMean: 55,
  },
  cutoffs: [80, 60, 40],
  kept: null,
  moved: null,
  held: 0,
  toCheck: 98,
  gradeMs: 3,
  kernels: 'plain',
  issues: [],
}

const column = (
  index: number,
  name: string,
  role: PlannedColumn['role'],
  reading: PlannedColumn['reading'],
  examples: readonly string[],
  more: Partial<PlannedColumn> = {},
): PlannedColumn => ({
  index,
  name,
  group: null,
  include: true,
  role,
  reading,
  unit: reading === 'money' ? 'CNY' : null,
  filled: 10_000,
  missing: 0,
  failed: 0,
  success: 1,
  examples,
  failures: [],
  distinct: 1000,
  issues: [],
  ...more,
})

export const plan: ImportPlan = {
  file: { name: '华东区客户名单.xlsx', bytes: 2_400_000, kind: 'workbook' },
  text: null,
  sheets: [
    { name: '客户名单', rows: 10_005, hidden: false },
    { name: '说明', rows: 12, hidden: false },
    { name: '字典', rows: 40, hidden: true },
  ],
  sheet: 0,
  alike: [],
  parts: [{ source: 0, name: '客户名单', rows: 10_000 }],
  repeats: null,
  kind: 'customers',
  system: null,
  layout: { headerFrom: 2, headerRows: 2, dataFrom: 4, dataTo: 10_004, totals: [10_004] },
  rowCount: 10_000,
  columns: [
    column(0, '客户编号', 'key', 'code', ['KH-00418', 'KH-00419']),
    column(1, '客户名称', 'name', 'text', ['恒达机电', '张三', '李四'], {
      issues: [
        {
          code: 'names.duplicate',
          level: 'warning',
          detail: { count: 2, examples: ['张三', '王芳'] },
        },
      ],
    }),
    column(2, '联系方式', 'phone', 'phone', ['138****6021', '021-55**0192'], {
      success: 0.998,
      issues: [{ code: 'column.masked', level: 'info', detail: { column: '联系方式', count: 19 } }],
    }),
    column(3, '地区', 'group', 'category', ['上海', '杭州', '苏州'], { distinct: 14 }),
    column(4, '购买频率', 'measure', 'frequency', ['每月一次', '半年一次', '26'], {
      failed: 40,
      success: 0.996,
      failures: ['偶尔'],
    }),
    column(5, '单次消费金额', 'measure', 'money', ['500元', '1.2万', '¥3,000'], {
      failed: 58,
      success: 0.9942,
      failures: ['3万左右', '面议'],
      issues: [
        {
          code: 'column.unreadable',
          level: 'warning',
          detail: { column: '单次消费金额', count: 58, examples: ['3万左右', '面议'] },
        },
      ],
    }),
    column(6, '客户生命周期价值', 'measure', 'money', ['5000元', '48,200']),
    column(7, '最近购买', 'measure', 'date', ['2026/9/3', '2026年8月']),
    column(8, 'NPS', 'measure', 'rating', ['9', '10', '未答'], {
      unit: '10',
      missing: 312,
      success: 0.969,
    }),
    column(9, '等级', 'tier', 'tier', ['A级', 'B级', 'C级']),
    column(10, '备注', 'note', 'text', ['长期稳定客户']),
  ],
  missing: ['-', '/', '无'],
  sample: [
    { row: 0, part: 'title', texts: ['华东区客户名单（2026 年三季度）'] },
    { row: 1, part: 'blank', texts: [] },
    { row: 2, part: 'header', texts: ['客户基本信息', '', '', '', '分级指标'] },
    {
      row: 3,
      part: 'header',
      texts: [
        '客户编号',
        '客户名称',
        '联系方式',
        '地区',
        '购买频率',
        '单次消费金额',
        '客户生命周期价值',
      ],
    },
    {
      row: 4,
      part: 'data',
      texts: ['KH-00418', '恒达机电', '138****6021', '上海', '26', '12,400', '48,200'],
    },
    {
      row: 5,
      part: 'data',
      texts: ['KH-00419', '张三', '138****4410', '上海', '每月一次', '500元', '5000元'],
    },
    { row: 10_004, part: 'total', texts: ['合计', '', '', '', '', '19,864,200'] },
  ],
  issues: [
    { code: 'column.hasTiers', level: 'info', detail: { column: '等级' } },
    { code: 'rows.totals', level: 'info', detail: { count: 1, rows: ['10005'] } },
  ],
  template: null,
  suggestedName: '华东区客户名单',
}

export const columns: readonly ColumnView[] = plan.columns.map((planned) => ({
  id: `c_${planned.index}`,
  name: planned.name,
  group: null,
  model: null,
  formula: null,
  role: planned.role,
  reading: planned.reading,
  type: planned.reading === 'money' || planned.reading === 'frequency' ? 'number' : 'text',
  unit: planned.unit,
  filled: planned.filled - planned.missing,
  missing: planned.missing,
  failed: planned.failed,
  distinct: planned.distinct,
  examples: planned.examples,
  failures: planned.failures,
  min: planned.reading === 'money' ? '120' : null,
  max: planned.reading === 'money' ? '86,400' : null,
}))

/** An engine with four projects, the first of which it opens whatever is asked for. */
export function fakeEngine(replies: FakeClient['replies'] = {}): FakeClient {
  let sessions = 0
  const revision: Calls['run'] = () => ({ revision: 8 })
  return new FakeClient(
    {
      catalogue: () => catalogue,
      listProjects: () => projects,
      openProject: () => undefined,
      closeProject: () => undefined,
      createProject: () => 'p_1',
      openSample: () => 'p_1',
      renameProject: () => undefined,
      duplicateProject: () => 'p_5',
      deleteProject: () => undefined,
      restoreProject: () => undefined,
      planImport: () => ({ session: `s_${++sessions}`, plan }),
      changePlan: () => plan,
      runImport: () => 'p_1',
      discardImport: () => undefined,
      run: revision,
      undo: () => ({ revision: 8, kind: 'setWeight' }),
      redo: () => ({ revision: 8, kind: null }),
      settle: () => ({ revision: 8 }),
      saveNow: () => undefined,
      ...replies,
    },
    {
      project: () => project,
      scheme: () => scheme,
      summary: () => summary,
      columns: () => columns,
    },
  )
}
