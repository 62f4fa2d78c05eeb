import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { AppError } from '../../../src/core/error.ts'
import { applyAll } from '../../../src/project/apply.ts'
import type { Change } from '../../../src/project/change.ts'
import type { Document } from '../../../src/project/document.ts'
import { Autosave, type AutosaveTimes, type SaveState } from '../../../src/storage/autosave.ts'
import { memoryStore } from '../../../src/storage/memory.ts'
import type { Store } from '../../../src/storage/store.ts'
import { content, entryOf, sampleDocument, scheme } from '../project/documents.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

/** A store in memory that can be held up or made to fail, and counts what is asked of it. */
function scripted() {
  const store = memoryStore()
  const calls: ('append' | 'fold')[] = []
  let failure: Error | null = null
  let gate: Promise<void> = Promise.resolve()
  const asked = async <T>(call: 'append' | 'fold', task: () => Promise<T>): Promise<T> => {
    calls.push(call)
    await gate
    if (failure) throw failure
    return task()
  }
  const scriptedStore: Store = {
    ...store,
    append: (id, changes) => asked('append', () => store.append(id, changes)),
    fold: (document, entry) => asked('fold', () => store.fold(document, entry)),
  }
  return {
    store: scriptedStore,
    calls,
    fail: (error: Error | null) => (failure = error),
    /** Writes wait until the function given back is called. */
    hold() {
      let open = () => {}
      gate = new Promise((resolve) => (open = resolve))
      return () => open()
    },
  }
}

async function begin(times: Partial<AutosaveTimes> = {}) {
  const script = scripted()
  let document: Document = sampleDocument()
  await script.store.create(document, entryOf(document))
  const states: SaveState[] = []
  const errors: unknown[] = []
  const parts = {
    document: () => document,
    entry: () => entryOf(document),
    state: (state: SaveState, error: Error | null) => {
      states.push(state)
      if (error !== null) errors.push(error)
    },
  }
  const saver = new Autosave(script.store, document.id, parts, times)
  return {
    ...script,
    saver,
    states,
    errors,
    change(change: Change, merge: string | null = null) {
      document = applyAll(document, [change]).next
      saver.changed([change], merge)
    },
    /** What a tab opened now would see. */
    stored: async () => (await script.store.load(document.id)).document,
    current: () => document,
  }
}

const name = (text: string): Change => ({ kind: 'setName', name: text })
const weight = (value: number): Change => ({
  kind: 'setScheme',
  scheme: { ...scheme, criteria: scheme.criteria.map((one) => ({ ...one, weight: value })) },
})
const full = new AppError('storage.full')

describe('after a change', () => {
  test('the log has it at once, without waiting for a timer', async () => {
    const at = await begin()
    at.change(name('甲'))
    expect(at.calls).toEqual(['append']) // asked in the same turn: a tab killed now has sent it
    await vi.advanceTimersByTimeAsync(0)
    expect((await at.stored()).name).toBe('甲')
    expect(at.states).toEqual(['dirty', 'saving', 'saved'])
  })

  test('the log is folded once it is quiet, not before', async () => {
    const at = await begin()
    at.change(name('甲'))
    await vi.advanceTimersByTimeAsync(1500)
    at.change(name('乙'))
    await vi.advanceTimersByTimeAsync(1999)
    expect(at.calls).toEqual(['append', 'append'])
    await vi.advanceTimersByTimeAsync(1)
    expect(at.calls).toEqual(['append', 'append', 'fold'])
    await vi.advanceTimersByTimeAsync(60_000)
    expect(at.calls).toHaveLength(3)
  })

  test('a long log is folded without waiting for quiet', async () => {
    const at = await begin({ foldAt: 3 })
    for (let i = 0; i < 3; i++) {
      at.change(name(String(i)))
      await vi.advanceTimersByTimeAsync(1)
    }
    expect(at.calls).toEqual(['append', 'append', 'append', 'fold'])
  })

  test('changes that come while one is written are written together, in order', async () => {
    const at = await begin()
    const open = at.hold()
    at.change(name('甲'))
    for (const text of ['乙', '丙', '丁']) at.change(name(text))
    open()
    await vi.advanceTimersByTimeAsync(0)
    expect(at.calls).toEqual(['append', 'append'])
    expect((await at.stored()).name).toBe('丁')
    expect(at.states.at(-1)).toBe('saved')
  })

  test('an edit during a fold is logged beside it and survives it', async () => {
    const at = await begin()
    at.change(name('甲'))
    await vi.advanceTimersByTimeAsync(1999)
    const open = at.hold()
    await vi.advanceTimersByTimeAsync(1)
    at.change(weight(5))
    expect(at.calls).toEqual(['append', 'fold', 'append'])
    open()
    await vi.advanceTimersByTimeAsync(0)
    expect(content(await at.stored())).toEqual(content(at.current()))
  })

  test('a heavy one goes into the columns at once, and later ones wait for it', async () => {
    const at = await begin({ foldBytes: 2000 })
    const open = at.hold()
    at.change({ kind: 'setOrder', table: 'customers', order: new Uint32Array(1000) })
    expect(at.calls).toEqual([])
    await vi.advanceTimersByTimeAsync(0)
    at.change(name('乙'))
    expect(at.calls).toEqual(['fold'])
    open()
    await vi.advanceTimersByTimeAsync(0)
    expect(at.calls).toEqual(['fold', 'append'])
    expect(content(await at.stored())).toEqual(content(at.current()))
  })
})

describe('a drag', () => {
  test('of a second at 60 steps a second is logged a few times, with its last step', async () => {
    const at = await begin()
    for (let step = 1; step <= 60; step++) {
      at.change(weight(step), 'drag')
      await vi.advanceTimersByTimeAsync(16)
    }
    at.saver.settle()
    await vi.advanceTimersByTimeAsync(0)
    expect(at.calls.length).toBeLessThanOrEqual(5) // one per 250 ms, and the last
    expect((await at.stored()).scheme.criteria[0]?.weight).toBe(60)
  })

  test('that pauses is logged within 250 ms', async () => {
    const at = await begin()
    at.change(weight(7), 'drag')
    await vi.advanceTimersByTimeAsync(249)
    expect(at.calls).toEqual([])
    await vi.advanceTimersByTimeAsync(1)
    expect((await at.stored()).scheme.criteria[0]?.weight).toBe(7)
  })

  test('is logged before what comes after it', async () => {
    const at = await begin()
    at.change(weight(7), 'drag')
    at.change(name('甲'))
    await vi.advanceTimersByTimeAsync(0)
    expect(content(await at.stored())).toEqual(content(at.current()))
  })
})

describe('a failure', () => {
  test('is told, kept in memory and tried again, ever more rarely, until it succeeds', async () => {
    const at = await begin()
    at.fail(full)
    at.change(name('甲'))
    await vi.advanceTimersByTimeAsync(0)
    expect(at.states.at(-1)).toBe('failed')
    expect(at.errors).toEqual([full])
    await vi.advanceTimersByTimeAsync(1000 + 2000 + 4000)
    expect(at.calls).toHaveLength(4)
    at.fail(null)
    await vi.advanceTimersByTimeAsync(8000)
    expect(at.states.at(-1)).toBe('saved')
    expect((await at.stored()).name).toBe('甲')
  })

  test('is tried again with the next change, and nothing gets out of order', async () => {
    const at = await begin()
    at.fail(full)
    at.change(weight(1))
    await vi.advanceTimersByTimeAsync(0)
    at.fail(null)
    at.change(name('乙'))
    await vi.advanceTimersByTimeAsync(0)
    expect(at.states.at(-1)).toBe('saved')
    expect(content(await at.stored())).toEqual(content(at.current()))
  })

  test('that cannot be mended ends the writing and the trying', async () => {
    const at = await begin()
    at.fail(new AppError('storage.otherTab'))
    at.change(name('甲'))
    await vi.advanceTimersByTimeAsync(60_000)
    at.change(name('乙'))
    await vi.advanceTimersByTimeAsync(60_000)
    expect(at.calls).toEqual(['append'])
    expect(at.states.at(-1)).toBe('failed')
    await expect(at.saver.flush()).rejects.toMatchObject({ code: 'storage.otherTab' })
    await at.saver.close() // leaving is not held up
  })

  test('of a fold is no failure to save, for the log has it all', async () => {
    const at = await begin()
    at.change(name('甲'))
    await vi.advanceTimersByTimeAsync(1)
    at.fail(full)
    await vi.advanceTimersByTimeAsync(2000)
    expect(at.states.at(-1)).toBe('saved')
    at.fail(null)
    await vi.advanceTimersByTimeAsync(5000)
    expect(at.calls.filter((call) => call === 'fold')).toHaveLength(2)
  })
})

describe('saving now', () => {
  test('logs what waits and folds it', async () => {
    const at = await begin()
    at.change(weight(3), 'drag')
    await at.saver.saveNow()
    expect(at.calls).toEqual(['append', 'fold'])
    expect((await at.stored()).scheme.criteria[0]?.weight).toBe(3)
  })

  test('says why it could not', async () => {
    const at = await begin()
    at.fail(full)
    at.change(name('甲'))
    await expect(at.saver.saveNow()).rejects.toBe(full)
    await expect(at.saver.flush()).rejects.toBe(full)
    at.fail(null)
    await at.saver.saveNow()
    expect((await at.stored()).name).toBe('甲')
  })

  test('closing saves, folds and ends', async () => {
    const at = await begin()
    at.change(name('甲'))
    await at.saver.close()
    expect(at.calls).toEqual(['append', 'fold'])
    at.change(name('乙'))
    await vi.advanceTimersByTimeAsync(60_000)
    expect(at.calls).toHaveLength(2)
  })

  test('closing an untouched project writes nothing', async () => {
    const at = await begin()
    await at.saver.close()
    expect(at.calls).toEqual([])
    expect(at.states).toEqual([])
  })
})
