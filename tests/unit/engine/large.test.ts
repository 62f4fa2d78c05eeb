import { expect, test } from 'vitest'
import { seeded } from '../../../src/core/random.ts'
import { all, criterionNamed, imported } from './graded.ts'

const rows = 100_000

function largeList(): string {
  const random = seeded(7)
  const cities = ['上海', '杭州', '苏州', '南京', '宁波', '成都']
  const lines = ['客户编号,客户名称,地区,购买频率,单次消费金额,客户生命周期价值,最近购买日期']
  for (let i = 0; i < rows; i++) {
    const spend = Math.round(1 / (random() + 0.001)) * 10
    const orders = 1 + Math.floor(random() * 30)
    const day = `2025-${String(1 + Math.floor(random() * 12)).padStart(2, '0')}-15`
    const city = cities[Math.floor(random() * cities.length)] ?? ''
    lines.push(`K${i},客户${i},${city},${orders},${spend},${spend * orders * 3},${day}`)
  }
  return lines.join('\n')
}

test('a hundred thousand customers are regraded at every step of a drag, and only tell sums', async () => {
  const workspace = await imported(largeList())
  const criterion = await criterionNamed(workspace, '单次消费金额')
  const byScore = { ...all, sort: { column: '$score', descending: true } }
  await workspace.view('sheet', byScore)
  const times: number[] = []
  const views: number[] = []
  for (let weight = 1; weight <= 60; weight++) {
    await workspace.run({ kind: 'setWeight', criterion, weight, merge: 'drag' })
    const start = performance.now()
    const [summary] = await Promise.all([
      workspace.view('summary', null),
      workspace.view('scheme', null),
      workspace.view('project', null),
      workspace.view('window', { query: byScore, from: 0, to: 60 }),
    ])
    views.push(performance.now() - start)
    times.push(summary.gradeMs)
    expect(summary.totals.graded).toBe(rows)
  }
  const middle = (list: number[]) => list.sort((a, b) => a - b)[list.length >> 1]?.toFixed(1)
  process.stdout.write(
    `grade-ms while dragging ${rows} rows: ${middle(times)}; four views: ${middle(views)} ms\n`,
  )

  const window = await workspace.view('window', { query: byScore, from: 0, to: 200 })
  const sent = JSON.stringify(await workspace.view('summary', null)).length
  expect(window.rows).toHaveLength(200)
  expect(sent).toBeLessThan(20_000) // sums and bins, nothing per customer
  await workspace.call('settle', null)
  const sorted = await workspace.view('window', { query: byScore, from: 0, to: 200 })
  expect(sorted.scores).toEqual([...sorted.scores].sort((a, b) => b - a))
}, 60_000)
