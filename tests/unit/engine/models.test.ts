import { describe, expect, test } from 'vitest'
import { AppError } from '../../../src/core/error.ts'
import { createJob } from '../../../src/core/job.ts'
import { withFigures } from '../../../src/engine/figures.ts'
import { modelStates } from '../../../src/engine/modelRuns.ts'
import { newDocument } from '../../../src/engine/newDocument.ts'
import { runCommand } from '../../../src/engine/running.ts'
import { Session } from '../../../src/engine/session.ts'
import { openWorkspace } from '../../../src/engine/workspace.ts'
import { memoryStore } from '../../../src/storage/memory.ts'
import { columnById } from '../../../src/table/table.ts'
import { opened, tableOf } from '../import/sources.ts'
import { content } from '../project/documents.ts'
import { all } from './graded.ts'

const job = createJob()
// C1 buys three times, C2 once; the last order comes after the as-of date
const orders =
  '订单号,客户编号,下单时间,金额\n1,C1,2024-01-01,10\n2,C1,2024-02-01,30\n3,C2,2024-03-01,7\n4,C1,2024-08-01,99'

const session = async (asOf = '2024-07-01') => {
  const table = { ...(await tableOf(await opened(orders))), id: 'orders' }
  const document = await newDocument(
    {
      id: 'p',
      name: '项目',
      source: null,
      tables: [table],
      template: null,
      asOf,
      language: 'zh',
      createdAt: '2024-07-01T00:00:00Z',
    },
    job,
  )
  return new Session(document, () => {})
}
const valuesOf = ({ table }: Session, id: string) => {
  const column = columnById(table, id)
  return column?.type === 'number' || column?.type === 'date' ? [...column.values] : null
}

describe('models of a project', () => {
  test('do not know yet what happens after the as-of date, and follow it', async () => {
    const one = await session()
    expect(valuesOf(one, 'orders.count')).toEqual([2, 1])
    expect(valuesOf(one, 'orders.amount')).toEqual([40, 7])
    await runCommand(one, { kind: 'setAsOf', asOf: '2024-09-01' }, job)
    expect(valuesOf(one, 'orders.count')).toEqual([3, 1])
    expect(valuesOf(one, 'orders.amount')).toEqual([139, 7])
    one.undo()
    expect(valuesOf(one, 'orders.count')).toEqual([2, 1])
    expect(one.document.scheme.asOf).toBe('2024-07-01')
  })

  test('switched off take their columns along; one undo brings all back', async () => {
    const one = await session()
    const before = content(one.document)
    await runCommand(one, { kind: 'setModel', model: 'behaviour', set: { on: false } }, job)
    expect(valuesOf(one, 'orders.count')).toBeNull()
    expect(one.document.scheme.criteria).toEqual([])
    one.undo()
    expect(content(one.document)).toEqual(before)
    one.redo()
    expect(valuesOf(one, 'orders.count')).toBeNull()
  })

  test('give the columns that were chosen', async () => {
    const one = await session()
    const columns = ['orders.count'] as const
    await runCommand(one, { kind: 'setModel', model: 'behaviour', set: { columns } }, job)
    expect(one.table.columns.map(({ id }) => id).filter((id) => id.startsWith('orders.'))).toEqual([
      ...columns,
    ])
    await runCommand(one, { kind: 'setModel', model: 'behaviour', set: null }, job)
    expect(one.document.models).toBeUndefined()
    expect(valuesOf(one, 'orders.amount')).toEqual([40, 7])
  })

  test('do not give a column again that was deleted, until it is asked for', async () => {
    const one = await session()
    const before = content(one.document)
    await runCommand(one, { kind: 'deleteColumn', table: 'customers', column: 'orders.first' }, job)
    await runCommand(one, { kind: 'setAsOf', asOf: '2024-06-01' }, job)
    expect(valuesOf(one, 'orders.first')).toBeNull()
    one.undo()
    one.undo()
    expect(content(one.document)).toEqual(before)
  })

  test('are cancelled without a trace', async () => {
    const one = await session()
    const before = content(one.document)
    const control = new AbortController()
    control.abort()
    const command = { kind: 'setAsOf', asOf: '2024-09-02' } as const
    await expect(runCommand(one, command, createJob(control.signal))).rejects.toBeInstanceOf(
      AppError,
    )
    expect(content(one.document)).toEqual(before)
    expect(one.undoKind).toBeNull()
  })

  test('run again only when what they read has changed', async () => {
    const one = await session()
    const run = async () => (await modelStates(one.document, job))[0]?.run
    const before = await run()
    await runCommand(one, { kind: 'renameProject', name: '别的名字' }, job)
    expect(await run()).toBe(before)
    await runCommand(one, { kind: 'setAsOf', asOf: '2024-05-01' }, job)
    expect(await run()).not.toBe(before)
  })

  test('change nothing where nothing has changed', async () => {
    const one = await session()
    expect(await withFigures(one.document, [], 'zh', job)).toEqual([])
  })

  test('are as they were decided after the project was opened again', async () => {
    const store = memoryStore()
    const first = openWorkspace({ store, today: () => '2024-07-01' })
    const file = new Blob([orders])
    await first.importFile({ kind: 'file', file, name: '订单.csv' })
    const columns = ['orders.amount'] as const
    await first.run({ kind: 'setModel', model: 'behaviour', set: { columns } })
    await first.call('saveNow', null)
    const { id } = await first.view('project', null)
    const second = openWorkspace({ store, today: () => '2025-01-01' })
    await second.call('openProject', { id })
    const { models } = await second.view('models', null)
    const behaviour = models.find((model) => model.id === 'behaviour')
    expect(behaviour?.columns.filter(({ wanted }) => wanted).map(({ id }) => id)).toEqual([
      ...columns,
    ])
    const sheet = await second.view('sheet', all)
    expect(sheet.columns.map(({ id }) => id).filter((id) => id.startsWith('orders.'))).toEqual([
      ...columns,
    ])
  })

  test('say what they lack', async () => {
    const one = openWorkspace({ today: () => '2024-07-01' })
    await one.importFile({ kind: 'text', text: '客户名称,金额\n甲,1\n乙,2', name: '名单' })
    const { models } = await one.view('models', null)
    expect(models.find(({ id }) => id === 'behaviour')).toMatchObject({
      on: false,
      needs: ['orders'],
    })
  })
})
