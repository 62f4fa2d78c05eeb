import { describe, expect, test } from 'vitest'
import { createJob, type Job } from '../../../src/core/job.ts'
import { openWorkspace } from '../../../src/engine/workspace.ts'
import { all, columnNamed, imported, today } from './graded.ts'

const rows = 60_000
const names = [...'赵钱孙李周吴郑王']
const list = [
  '客户名称,金额',
  ...Array.from({ length: rows }, (_, i) => `${names[i % 8]}${(i * 7919) % rows},${i % 100}`),
].join('\n')

/** Pauses at each checkpoint. */
function slowly(signal?: AbortSignal): Job & { readonly seen: number[] } {
  const seen: number[] = []
  const job = createJob(signal)
  return {
    ...job,
    seen,
    report: ({ done }) => void seen.push(done),
    async checkpoint(progress) {
      if (progress) seen.push(progress.done)
      await new Promise((resolve) => setTimeout(resolve))
      await job.checkpoint()
    },
  }
}

describe('putting rows in order', () => {
  test('is one work for all who ask for the same, and commands pass it', async () => {
    const workspace = await imported(list)
    const name = await columnNamed(workspace, '客户名称')
    const query = { ...all, sort: { column: name, descending: false } }
    const ended: string[] = []
    const view = workspace.view('sheet', query).then(() => ended.push('sheet'))
    const window = workspace.view('window', { query, from: 0, to: 9 }).then(({ rows }) => rows)
    const renamed = workspace
      .run({ kind: 'renameProject', name: 'x' })
      .then(() => ended.push('command'))
    await Promise.all([view, window, renamed])
    expect(ended).toEqual(['command', 'sheet'])
    const again = await workspace.view('window', { query, from: 0, to: 9 })
    expect(await window).toEqual(again.rows)
  })

  test('can be cancelled, and is then as if it had never been asked for', async () => {
    const workspace = await imported(list)
    const column = await columnNamed(workspace, '客户名称')
    const query = { ...all, sort: { column, descending: true } }
    const control = new AbortController()
    const asked = workspace.call('view', { name: 'sheet', args: query }, slowly(control.signal))
    control.abort()
    await expect(asked).rejects.toMatchObject({ code: 'job.cancelled' })
    const { rows } = await workspace.view('window', { query, from: 0, to: 2 })
    expect(rows).toHaveLength(2)
  })

  test('so can the list of the values of a column, and commands pass it', async () => {
    const workspace = await imported(list)
    const args = { query: all, column: await columnNamed(workspace, '客户名称'), search: '' }
    await workspace.view('values', { ...args, search: '赵' }) // rows and texts are known from now on
    const control = new AbortController()
    const stopped = workspace.call('view', { name: 'values', args }, slowly(control.signal))
    control.abort()
    await expect(stopped).rejects.toMatchObject({ code: 'job.cancelled' })
    const ended: string[] = []
    const view = workspace.call('view', { name: 'values', args }, slowly())
    const listed = view.then(() => ended.push('values'))
    await workspace.run({ kind: 'renameProject', name: 'x' }).then(() => ended.push('command'))
    await listed
    expect(ended).toEqual(['command', 'values'])
    expect(await view).toMatchObject({ more: rows - 500 }) // each name is another one
  })

  test('goes on for the others where one gives up', async () => {
    const workspace = await imported(list)
    const column = await columnNamed(workspace, '客户名称')
    const query = { ...all, sort: { column, descending: true } }
    const control = new AbortController()
    const mine = workspace.call('view', { name: 'sheet', args: query }, createJob(control.signal))
    const theirs = workspace.view('sheet', query)
    control.abort()
    await expect(mine).rejects.toMatchObject({ code: 'job.cancelled' })
    expect((await theirs).rowCount).toBe(rows)
  })

  test('begins again when an edit has come between: the answer is of the new cells', async () => {
    const workspace = openWorkspace({ today })
    await workspace.importFile({ kind: 'text', text: list, name: 'x' })
    const column = await columnNamed(workspace, '客户名称')
    const query = { ...all, sort: { column, descending: false } }
    const window = workspace.view('window', { query, from: 0, to: 1 })
    await workspace.run({
      kind: 'editCells',
      table: 'customers',
      origin: 'edit',
      cells: [{ row: 12_345, column, text: '阿' }], // before all of them in pinyin order
    })
    expect((await window).rows).toEqual([12_345])
  })
})
