import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { createJob, type Job } from '../../../src/core/job.ts'
import { Engine } from '../../../src/engine/engine.ts'
import { handlersOf } from '../../../src/engine/handlers/index.ts'
import type { Calls } from '../../../src/engine/protocol.ts'
import { Session } from '../../../src/engine/session.ts'
import type { Document } from '../../../src/project/document.ts'
import { memoryStore } from '../../../src/storage/memory.ts'
import { writeCell } from '../../../src/table/parse/cell.ts'
import { all, today } from './graded.ts'

const rows = 50_000 // from so many on, work goes in turns
const pasted = 5_000
const names = ['客户编号', '客户名称', '地区', '购买频率', '累计金额']
const list = [
  names.join(','),
  ...Array.from({ length: rows }, (_, i) =>
    [`K${i}`, `客户${i}`, ['华东', '华南'][i % 2], 1 + (i % 30), (i * 7) % 9973].join(','),
  ),
].join('\n')

const options = {
  fetchSample: () => Promise.reject(new Error('none')),
  today,
  now: () => '2026-03-01T00:00:00Z',
}
let document: Document
let engine: Engine
let session: Session
let handlers: ReturnType<typeof handlersOf>

beforeAll(async () => {
  engine = new Engine({ ...options, store: memoryStore() }, () => {})
  const first = handlersOf(engine)
  const source = { kind: 'text', text: list, name: '客户' } as const
  const plan = await first.planImport({ source, choices: {} }, createJob())
  await first.runImport({ session: plan.session, name: '客户', into: 'new' }, createJob())
  document = engine.session.document
})
beforeEach(async () => {
  engine = new Engine({ ...options, store: memoryStore() }, () => {})
  handlers = handlersOf(engine)
  await engine.create(new Session(document, () => {}))
  ;({ session } = engine)
})

const idOf = (name: string) =>
  session.table.columns.find((column) => column.name === name)?.id ?? expect.fail(name)
const textsOf = (name: string, count = pasted) => {
  const column = session.table.columns.find((one) => one.name === name) ?? expect.fail(name)
  return Array.from({ length: count }, (_, row) => writeCell(column, row))
}

/** Looks at the document in each pause, and is cancelled in one of them. */
function watching(stopAt = Infinity): Job & { readonly pauses: () => number } {
  const { document: before, revision, undoKind } = session
  let pauses = 0
  const control = new AbortController()
  const job = createJob(control.signal)
  return {
    ...job,
    pauses: () => pauses,
    async checkpoint() {
      expect([session.document === before, session.revision, session.undoKind]).toEqual([
        true,
        revision,
        undoKind,
      ])
      if (++pauses === stopAt) control.abort()
      await job.checkpoint()
    },
  }
}

const run = (command: Parameters<Calls['run']>[0]['command']) => (job: Job) =>
  handlers.run({ command }, job)
const paste = (job: Job) => {
  const columns = ['客户名称', '地区', '购买频率', '累计金额'].map(idOf)
  const texts = Array.from({ length: pasted * columns.length }, (_, at) => `${at % 89}`)
  let end = 0
  const ends = Uint32Array.from(texts, (text) => (end += text.length))
  return handlers.write(
    {
      query: all,
      origin: 'paste',
      blocks: [{ from: 0, to: pasted, columns }],
      content: { kind: 'texts', texts: { wide: columns.length, joined: texts.join(''), ends } },
    },
    job,
  )
}
const formula = '=[地区]&[客户名称]'
const acts: Record<string, { act: (job: Job) => unknown; isDone: () => void; least: number }> = {
  'a paste': {
    act: paste,
    isDone: () => {
      expect(textsOf('地区').slice(0, 3)).toEqual(['1', '5', '9'])
      expect(textsOf('累计金额').slice(-1)).toEqual([`${(pasted * 4 - 1) % 89}`])
    },
    least: 4 * 5, // a look at the clock each 1024 cells
  },
  'a calculated column of texts': {
    act: (job) =>
      run({
        kind: 'addColumn',
        table: 'customers',
        name: '称呼',
        reading: 'text',
        role: 'other',
        formula,
      })(job),
    isDone: () => expect(textsOf('称呼', 2)).toEqual(['华东客户0', '华南客户1']),
    least: 2, // chunks of 32,768 rows
  },
  'a criterion read as texts': {
    act: (job) =>
      run({ kind: 'changeColumn', table: 'customers', column: idOf('累计金额'), reading: 'text' })(
        job,
      ),
    isDone: () => expect(textsOf('累计金额', 2)).toEqual(['0', '7']),
    least: 10,
  },
  'replacing in all columns': {
    act: (job) =>
      handlers.replace(
        {
          query: all,
          from: 0,
          to: rows,
          columns: names.map(idOf),
          find: '华东',
          replace: '东部',
          whole: true,
        },
        job,
      ),
    isDone: () => expect(textsOf('地区', 3)).toEqual(['东部', '华南', '东部']),
    least: 5,
  },
}

describe.each(Object.entries(acts))('%s', (_, { act, isDone, least }) => {
  test('changes the document at one point in time, and so do undo and redo', async () => {
    const job = watching()
    const { revision } = session
    await act(job)
    expect(job.pauses()).toBeGreaterThanOrEqual(least)
    expect(session.revision).toBe(revision + 1)
    isDone()
    const { document: after } = session

    const back = watching()
    await handlers.undo(null, back)
    expect(back.pauses()).toBeGreaterThan(0)
    expect(session.revision).toBe(revision + 2)
    for (const name of names)
      expect(wholeOf(session.document, name) === wholeOf(document, name)).toBe(true)

    const forth = watching()
    await handlers.redo(null, forth)
    expect(forth.pauses()).toBeGreaterThan(0)
    isDone()
    expect(session.table.columns).toHaveLength(after.tables['customers']?.columns.length ?? 0)
    expect(session.document.scheme).toEqual(after.scheme)
  })

  test('leaves nothing behind where it is cancelled, early or late', async () => {
    const whole = watching()
    await act(whole)
    await handlers.undo(null, createJob())
    const before = session.document
    for (const at of [1, whole.pauses() >> 1, whole.pauses() - 1]) {
      await expect(act(watching(at))).rejects.toMatchObject({ code: 'job.cancelled' })
      expect(session.document).toBe(before)
      expect(session.undoKind).toBeNull()
    }
    await expect(handlers.redo(null, watching(1))).rejects.toMatchObject({ code: 'job.cancelled' })
    expect(session.document).toBe(before)
    await handlers.redo(null, createJob()) // still there
    isDone()
  })
})

/** One text: cell by cell is slow to compare. */
function wholeOf(of: Document, name: string): string {
  const column = of.tables['customers']?.columns.find((one) => one.name === name) ?? expect.fail()
  return Array.from({ length: rows }, (_, row) => writeCell(column, row)).join('\n')
}

test('edits that are asked for while a long one goes on come behind it', async () => {
  const column = idOf('地区')
  const edit = run({
    kind: 'editCells',
    table: 'customers',
    origin: 'edit',
    cells: [{ row: 0, column, text: '西北' }],
  })
  await Promise.all([paste(createJob()), edit(createJob()), handlers.undo(null, createJob())])
  expect(textsOf('地区', 2)).toEqual(['1', '5'])
  expect(session.undoKind).toBe('pasteBlock')
})

test('what was to take the place of a fill and is cancelled leaves the fill', async () => {
  const column = idOf('购买频率')
  const fill = (how: 'copy' | 'series', instead: number | null, job: Job) =>
    handlers.write(
      {
        query: all,
        origin: 'fill',
        blocks: [{ from: 0, to: pasted, columns: [column] }],
        content: { kind: 'fill', source: { from: 0, to: 1, columns: [column] }, left: 0, how },
        ...(instead === null ? {} : { instead }),
      },
      job,
    )
  const { revision } = await fill('copy', null, createJob())
  const control = new AbortController()
  const job = createJob(control.signal)
  const isTakenBack = () => session.undoKind === null
  const stopping: Job = {
    ...job,
    checkpoint: (progress) => {
      if (isTakenBack()) control.abort()
      return job.checkpoint(progress)
    },
  }
  await expect(fill('series', revision, stopping)).rejects.toMatchObject({ code: 'job.cancelled' })
  expect(new Set(textsOf('购买频率'))).toEqual(new Set(['1']))
  expect(session.undoKind).toBe('fillBlock')
})
