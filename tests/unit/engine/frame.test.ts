import { serialize } from 'node:v8'
import { expect, test } from 'vitest'
import type { Workspace } from '../../../src/engine/workspace.ts'
import { all, criterionNamed, imported } from './graded.ts'

const list = (rows: number) =>
  [
    '客户编号,客户名称,地区,购买频率,单次消费金额,最近购买日期',
    ...Array.from({ length: rows }, (_, row) =>
      [
        `K${row % 1000}`,
        `客户${row % 1000}`,
        ['华东', '华北', '华南'][row % 3],
        1 + (row % 30),
        10 + ((row * 7919) % 997),
        `2025-${String(1 + (row % 12)).padStart(2, '0')}-15`,
      ].join(','),
    ),
  ].join('\n')

/** Bytes of each view that the grade place has on show, as they are cloned from thread to thread. */
async function bytesOfFrame(workspace: Workspace, weight: number): Promise<Map<string, number>> {
  const criterion = await criterionNamed(workspace, '单次消费金额')
  const query = { ...all, sort: { column: '$score', descending: true } }
  await workspace.run({ kind: 'setWeight', criterion, weight, merge: 'drag' })
  const views = {
    summary: await workspace.view('summary', null),
    scheme: await workspace.view('scheme', null),
    project: await workspace.view('project', null),
    window: await workspace.view('window', { query, from: 0, to: 40 }),
    explain: await workspace.view('explain', { row: 0, query }),
  }
  return new Map(Object.entries(views).map(([name, view]) => [name, serialize(view).byteLength]))
}

test('what a frame of a drag sends is as much for 40,000 customers as for 400, and at most 10 KB a view', async () => {
  const [few, many] = [await imported(list(400)), await imported(list(40_000))]
  expect((await many.view('summary', null)).kernels).toBe('simd')
  for (const weight of [3, 40]) {
    const [small, large] = [await bytesOfFrame(few, weight), await bytesOfFrame(many, weight)]
    const all = [...large.values()].reduce((sum, bytes) => sum + bytes, 0)
    for (const [name, bytes] of large) {
      expect(bytes, name).toBeLessThan(10_240)
      // longer numbers, not more of them
      expect(Math.abs(bytes - (small.get(name) ?? 0)), name).toBeLessThan(400)
    }
    expect(all).toBeLessThan(12_288)
    process.stdout.write(`a frame: ${[...large].map(String).join(' ')} = ${all} bytes\n`)
  }
  await many.call('settle', null)
})
