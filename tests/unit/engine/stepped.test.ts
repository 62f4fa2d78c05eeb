import { describe, expect, test } from 'vitest'
import { createJob, type Job } from '../../../src/core/job.ts'
import type { Workspace } from '../../../src/engine/workspace.ts'
import type { Views } from '../../../src/engine/views.ts'
import { all, columnNamed, imported } from './graded.ts'

const rows = 70_000
const list = [
  '客户名称,金额,备注',
  ...Array.from({ length: rows }, (_, i) => `客户${i},${i % 1000},${i % 7 === 0 ? '面议' : i}`),
].join('\n')

/** Pauses at each checkpoint. */
function slowly(signal?: AbortSignal): Job & { readonly pauses: () => number } {
  const job = createJob(signal)
  let pauses = 0
  return {
    ...job,
    pauses: () => pauses,
    async checkpoint(progress) {
      pauses++
      await new Promise((resolve) => setTimeout(resolve))
      await job.checkpoint(progress)
    },
  }
}

type Name = 'retyping' | 'stats' | 'replacements' | 'totals'
const asked = async (workspace: Workspace) => {
  const [name = '', amount = '', note = ''] = await Promise.all(
    ['客户名称', '金额', '备注'].map((title) => columnNamed(workspace, title)),
  )
  const whole = { query: all, from: 0, to: rows, columns: [name, amount, note] }
  const args: { readonly [K in Name]: Views[K]['args'] } = {
    retyping: { column: note, reading: 'number' },
    stats: whole,
    replacements: { ...whole, find: '客户1', replace: 'x', whole: true },
    totals: { query: all, columns: [{ column: note, kind: 'distinct' }] },
  }
  return { args, amount, note }
}

describe.each(['retyping', 'stats', 'replacements', 'totals'] as const)('the view %s', (name) => {
  test('lets commands pass, counts what they changed, and can be cancelled', async () => {
    const workspace = await imported(list)
    const { args, note } = await asked(workspace)
    const view = (job: Job) => workspace.call('view', { name, args: args[name] }, job)

    const control = new AbortController()
    const stopped = view(slowly(control.signal))
    control.abort()
    await expect(stopped).rejects.toMatchObject({ code: 'job.cancelled' })

    const ended: string[] = []
    const job = slowly()
    const viewed = view(job).finally(() => ended.push('view'))
    const cells = [{ row: 1, column: note, text: '' }]
    await workspace.run({ kind: 'editCells', table: 'customers', origin: 'edit', cells })
    ended.push('command')
    expect(await viewed).toEqual(await workspace.view(name, args[name])) // as it is now
    expect(ended).toEqual(['command', 'view'])
    expect(job.pauses()).toBeGreaterThan(1)
  })
})

test('figures and previews of many rows are those of plain loops', async () => {
  const workspace = await imported(list)
  const { args } = await asked(workspace)
  const each = Array.from({ length: rows }, (_, i) => i)
  const sum = each.reduce((total, i) => total + (i % 1000), 0)
  expect(await workspace.view('stats', args.stats)).toMatchObject({
    ...{ filled: 3 * rows, numbers: rows, sum, mean: sum / rows, min: 0, max: 999 },
  })
  const talked = each.filter((i) => i % 7 === 0).length
  expect(await workspace.view('retyping', args.retyping)).toMatchObject({
    ...{ type: 'number', filled: rows, failed: talked, read: rows - talked, emptied: 0 },
    failures: [{ text: '面议', count: talked }],
  })
  expect(await workspace.view('replacements', args.replacements)).toMatchObject({ count: 1 })
  expect((await workspace.view('totals', args.totals))[0]?.value).toBe(rows - talked + 1)
})

test('another type of a long column: cancelled nothing is changed, done it is as it was shown', async () => {
  const workspace = await imported(list)
  const { args, note } = await asked(workspace)
  const change = {
    kind: 'changeColumn',
    table: 'customers',
    column: note,
    reading: 'number',
  } as const
  const typeNow = async () => {
    const { columns } = await workspace.view('sheet', all)
    return columns.find(({ id }) => id === note)
  }
  const before = await typeNow()
  const control = new AbortController()
  const stopped = workspace.call('run', { command: change }, slowly(control.signal))
  setTimeout(() => control.abort())
  await expect(stopped).rejects.toMatchObject({ code: 'job.cancelled' })
  expect(await typeNow()).toEqual(before)
  const preview = await workspace.view('retyping', args.retyping)
  await workspace.run(change)
  expect(await typeNow()).toMatchObject({ type: preview?.type, failed: preview?.failed })
  const { filled } = await workspace.view('stats', { ...args.stats, columns: [note] })
  expect(filled).toBe(preview?.filled)
  await workspace.call('undo', null)
  expect(await typeNow()).toEqual(before)
})
