import { describe, expect, test } from 'vitest'
import { all, columnNamed, criterionNamed, imported } from './graded.ts'

describe('what the engine tells of the template table', () => {
  test('a criterion: its range, its curve and where one customer stands', async () => {
    const workspace = await imported()
    const criterion = await criterionNamed(workspace, '单次消费金额')
    const view = await workspace.view('criterion', { criterion, bins: 5, row: 2 })
    // 500, 3000, 1000 yuan; linear from 500 to 3000: 王五 (1000 − 500) ÷ 2500 = 0.2
    expect(view).toMatchObject({
      domain: [500, 3000],
      bins: [1, 1, 0, 0, 1], // classes of 500 yuan: 1000 opens the second
      median: 1000,
      parameters: [500, 3000],
      atFull: 1,
      point: { name: '王五', x: 1000, utility: 0.2 },
    })
    expect(view?.curve.at(0)).toEqual([500, 0])
    expect(view?.curve.at(-1)).toEqual([3000, 1])
  })

  test('a point set beyond the data stays in sight', async () => {
    const workspace = await imported()
    const criterion = await criterionNamed(workspace, '单次消费金额')
    const scoring = { id: 'linear', worst: 0, best: 5000 } as const
    await workspace.run({ kind: 'setCriterion', criterion, set: { scoring } })
    const view = await workspace.view('criterion', { criterion, bins: 5, row: null })
    expect(view?.domain).toEqual([0, 5000])
    expect(view?.bins).toEqual([1, 1, 0, 1, 0])
  })

  test('bands step straight up where each begins', async () => {
    const workspace = await imported()
    const criterion = await criterionNamed(workspace, '单次消费金额')
    const bands = [{ from: 1000, utility: 0.5 }]
    const scoring = { id: 'bands', below: 0.1, bands } as const
    await workspace.run({ kind: 'setCriterion', criterion, set: { scoring } })
    const view = await workspace.view('criterion', { criterion, bins: 5, row: null })
    expect(view?.curve).toEqual([
      [500, 0.1],
      [1000, 0.1],
      [1000, 0.5],
      [3000, 0.5],
    ])
  })

  test('classes of equal counts tell who is in them, empty ones too', async () => {
    const workspace = await imported()
    const criterion = await criterionNamed(workspace, '单次消费金额')
    const scoring = { id: 'quantileBins', classes: 5 } as const
    await workspace.run({ kind: 'setCriterion', criterion, set: { scoring } })
    const view = await workspace.view('criterion', { criterion, bins: 5, row: null })
    // type-7 edges of 500, 1000, 3000 at fifths, by hand
    expect(view?.parameters).toEqual([700, 900, 1400, 2200])
    expect(view?.automatic).toBe(true)
    expect(view?.classes).toEqual([
      { above: null, upTo: 700, count: 1, utility: 0 },
      { above: 700, upTo: 900, count: 0, utility: 0.25 },
      { above: 900, upTo: 1400, count: 1, utility: 0.5 },
      { above: 1400, upTo: 2200, count: 0, utility: 0.75 },
      { above: 2200, upTo: null, count: 1, utility: 1 },
    ])
    expect(view?.curve.filter(([x]) => x === 900)).toEqual([
      [900, 0.25],
      [900, 0.5],
    ])
  })

  test('a prepared criterion is drawn over the values of the column', async () => {
    const workspace = await imported()
    const criterion = await criterionNamed(workspace, '单次消费金额')
    const prepare = { winsorise: [0, 0.5], log: true } as const
    await workspace.run({ kind: 'setCriterion', criterion, set: { prepare } })
    const view = await workspace.view('criterion', { criterion, bins: 5, row: 1 })
    expect(view).toMatchObject({ domain: [500, 3000], bounds: [500, 1000] })
    expect(view?.parameters).toEqual([Math.log(501), Math.log(1001)])
    expect(view?.curve.find(([x]) => x === 1000)?.[1]).toBe(1)
    expect(view?.point).toMatchObject({ x: 3000, utility: 1 })
  })

  test('shares of weight are of the enabled criteria', async () => {
    const workspace = await imported()
    const criterion = await criterionNamed(workspace, '购买频率')
    await workspace.run({ kind: 'setCriterion', criterion, set: { enabled: false } })
    const { criteria } = await workspace.view('scheme', null)
    expect(criteria.map(({ share }) => share)).toEqual([0, 0.5, 0.5]) // 20 and 20 are left
    expect(criteria[0]).toMatchObject({ present: 3, missing: 0 })
    expect(criteria[0]?.bars).toHaveLength(16)
  })

  test('how unequal the value is held', async () => {
    const view = await (await imported()).view('insights', { by: null })
    // 2000, 5000, 30000: G = 2·(1·2000 + 2·5000 + 3·30000) ÷ (3·37000) − 4/3
    expect(view.gini).toBeCloseTo((2 * 102_000) / 111_000 - 4 / 3, 12)
    // the best fifth is 0.6 of a customer: 0.6 · 30000 ÷ 37000
    expect(view.topFifth).toBeCloseTo(18_000 / 37_000, 12)
    expect(view.valueName).toBe('客户生命周期价值')
  })

  test('tiers by the categories of a column, the rest together', async () => {
    const cities = Array.from({ length: 14 }, (_, i) => `城市${String.fromCharCode(65 + i)}`)
    const lines = cities.flatMap((city, i) =>
      Array.from({ length: 20 - i }, (_, j) => `客户${i}-${j},${city},${(i * 31 + j * 7) % 100}`),
    )
    const workspace = await imported(['客户名称,地区,金额', ...lines].join('\n'))
    const by = await columnNamed(workspace, '地区')
    const { composition, groups } = await workspace.view('insights', { by })
    expect(groups).toEqual([{ column: by, name: '地区' }])
    const sums = composition.map(({ name, counts }) => [name, counts.reduce((a, b) => a + b, 0)])
    expect(sums.slice(0, 2)).toEqual([
      ['城市A', 20],
      ['城市B', 19],
    ])
    expect(sums).toHaveLength(13)
    expect(sums.at(-1)).toEqual(['', 8 + 7]) // the two smallest
  })

  test('movement against the tiers that the file came with', async () => {
    const workspace = await imported()
    expect(await workspace.view('movement', { against: 'column' })).toMatchObject({
      available: { kept: false, column: '等级', reference: false },
      from: ['A', 'B', 'C', ''],
      same: 3,
      kappa: 1,
    })
    for (const name of ['购买频率', '客户生命周期价值']) {
      const criterion = await criterionNamed(workspace, name)
      await workspace.run({ kind: 'setWeight', criterion, weight: 0 })
    }
    // by spend alone: 李四 100, 王五 20, 张三 0 points; cut-offs 60 and 40
    const view = await workspace.view('movement', { against: 'kept' })
    expect(view).toMatchObject({ up: 1, down: 1, same: 1 })
    expect(view.largest[0]).toEqual({ row: 0, name: '张三', from: 'A', to: 'C', score: 0 })
    expect(view.matrix[0]).toEqual([0, 0, 1, 0])
  })

  test('columns tell what they hold', async () => {
    const views = await (await imported()).view('columns', { table: 'customers' })
    expect(views.find(({ name }) => name === '购买频率')).toMatchObject({
      group: '分级指标',
      reading: 'frequency',
      filled: 3,
      failed: 0,
      min: '2',
      max: '12',
    })
  })

  test('a score just below a cut-off is not shown as if it reached it', async () => {
    const workspace = await imported('客户名称,金额\n甲,0\n乙,59.96\n丙,100')
    const criterion = await criterionNamed(workspace, '金额')
    const scoring = { id: 'linear', worst: 0, best: 100 } as const
    await workspace.run({ kind: 'setCriterion', criterion, set: { scoring } })
    const { scheme } = await workspace.view('scheme', null)
    const cutoffs = scheme.tiers.slice(1).map((_, at) => 60 - 10 * at)
    await workspace.run({ kind: 'setTiering', tiering: { id: 'cutoffs', cutoffs } })
    const copy = { query: all, from: 1, to: 3, columns: ['$score', '$tier'], header: false }
    expect(await workspace.view('copy', copy)).toBe('59.96\tB\r\n100.0\tA')
  })
})
