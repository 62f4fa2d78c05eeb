import { describe, expect, test } from 'vitest'
import { applyAll } from '../../../src/project/apply.ts'
import type { Change } from '../../../src/project/change.ts'
import type { Document } from '../../../src/project/document.ts'
import {
  emptyHistory,
  record,
  redo,
  settle,
  undo,
  type History,
} from '../../../src/project/history.ts'
import { content, sampleDocument, scheme } from './documents.ts'

interface At {
  readonly history: History
  readonly document: Document
}

function run(at: At, change: Change, merge: string | null = null): At {
  const { next, inverses } = applyAll(at.document, [change])
  const step = { kind: change.kind, changes: [change], inverses }
  return { history: record(at.history, step, merge), document: next }
}

const name = (text: string): Change => ({ kind: 'setName', name: text })
const weight = (value: number): Change => ({
  kind: 'setScheme',
  scheme: { ...scheme, criteria: scheme.criteria.map((one) => ({ ...one, weight: value })) },
})
const spend = (value: number): Change => ({
  kind: 'setCells',
  table: 'customers',
  column: 'spend',
  rows: [0],
  cells: [{ value, original: null, mark: 'plain' }],
})
const start = (limit?: number): At => ({
  history: emptyHistory(limit),
  document: sampleDocument(),
})

describe('undo and redo', () => {
  test('contents have a number, the same one again when they come back, and no other has it', () => {
    const first = run(run(start(), spend(1)), spend(2))
    const back = undo(first.history, first.document) ?? first
    const again = redo(back.history, back.document) ?? first
    expect(again.history.contents).toBe(first.history.contents)
    expect(back.history.contents).not.toBe(first.history.contents)
    const other = run(back, spend(3)) // what was undone is gone
    expect(other.history.contents).not.toBe(first.history.contents)
    const dragged = run(run(other, weight(1), 'drag'), weight(2), 'drag')
    expect(dragged.history.contents).not.toBe(other.history.contents)
    const released = undo(dragged.history, dragged.document) ?? dragged
    expect(released.history.contents).toBe(other.history.contents)
    const begun = undo(released.history, released.document) ?? released
    expect(begun.history.contents).toBe(back.history.contents)
  })

  test('walk back and forth over the same documents', () => {
    const steps = [name('甲'), spend(1), weight(5), spend(2)]
    const states = [start()]
    for (const step of steps) states.push(run(states.at(-1) ?? start(), step))
    let at: At = states.at(-1) ?? start()
    for (const expected of states.slice(0, -1).reverse()) {
      at = undo(at.history, at.document) ?? at
      expect(content(at.document)).toEqual(content(expected.document))
    }
    expect(undo(at.history, at.document)).toBeNull()
    for (const expected of states.slice(1)) {
      at = redo(at.history, at.document) ?? at
      expect(content(at.document)).toEqual(content(expected.document))
    }
    expect(redo(at.history, at.document)).toBeNull()
  })

  test('name the kind of command and give the changes that the log takes', () => {
    const before = start()
    const done = run(before, spend(9))
    const undone = undo(done.history, done.document)
    expect(undone?.kind).toBe('setCells')
    const replayed = applyAll(done.document, undone?.changes ?? []).next
    expect(content(replayed)).toEqual(content(before.document))
  })

  test('a new step clears what could be redone', () => {
    const done = run(start(), name('甲'))
    const undone = undo(done.history, done.document)
    if (!undone) throw new Error('nothing undone')
    const other = run(undone, name('乙'))
    expect(redo(other.history, other.document)).toBeNull()
  })
})

describe('a drag', () => {
  test('is one step however many commands it took, and keeps only where it began and ended', () => {
    const before = start()
    let at = before
    for (let value = 1; value <= 200; value++) at = run(at, weight(value), 'drag-1')
    expect(at.history.done).toHaveLength(1)
    expect(at.history.done[0]?.changes).toEqual([weight(200)])
    expect(at.history.done[0]?.inverses).toHaveLength(1)
    const undone = undo(at.history, at.document)
    expect(undone?.document.scheme).toEqual(before.document.scheme)
  })

  test('ends with settle, with another key, and with an undo', () => {
    const once = run(start(), weight(1), 'drag-1')
    const settled = run({ ...once, history: settle(once.history) }, weight(2), 'drag-1')
    expect(settled.history.done).toHaveLength(2)
    expect(run(once, weight(2), 'drag-2').history.done).toHaveLength(2)
    const twice = run(run(start(), name('甲')), weight(1), 'drag-1')
    const undone = undo(twice.history, twice.document)
    if (!undone) throw new Error('nothing undone')
    expect(run(undone, weight(2), 'drag-1').history.done).toHaveLength(2)
  })

  test('of cells is undone back to the first of them', () => {
    let at = start()
    for (let value = 1; value <= 5; value++) at = run(at, spend(value), 'fill')
    const undone = undo(at.history, at.document)
    expect(content(undone?.document ?? at.document)).toEqual(content(sampleDocument()))
  })
})

describe('the bound', () => {
  test('lets the oldest steps go, and never the last one', () => {
    const order = (): Change => ({
      kind: 'setOrder',
      table: 'customers',
      order: Uint32Array.of(2, 1, 0),
    })
    // a step weighs 2 × (48 + 12) bytes here, less once the order before it is the longer one
    let at = start(400)
    for (let i = 0; i < 10; i++) at = run(at, order())
    expect(at.history.done).toHaveLength(3)
    at = run(start(1), order())
    expect(at.history.done).toHaveLength(1)
  })
})
