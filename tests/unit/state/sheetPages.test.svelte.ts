import { describe, expect, test, vi } from 'vitest'
import { AppError } from '../../../src/core/error.ts'
import type { CallOptions } from '../../../src/engine/caller.ts'
import type { EngineClient } from '../../../src/engine/protocol.ts'
import type { SheetQuery, SheetView, SheetWindow } from '../../../src/engine/views.ts'
import { Jobs } from '../../../src/state/jobs.svelte.ts'
import { SheetPages } from '../../../src/state/sheetPages.svelte.ts'

const all: SheetQuery = { sort: null, filters: [], search: '' }

/** An engine with `rowCount` customers whose answers can be held back. */
function engine(rowCount: number) {
  const asked: { name: string; from: number | null }[] = []
  let offset = 0
  let held: (() => void)[] | null = null
  const answer = (name: string, args: unknown): unknown => {
    if (name === 'sheet')
      return {
        revision: 1,
        columns: [],
        rowCount,
        total: rowCount,
        held: false,
        covered: null,
      } satisfies SheetView
    const { from, to } = args as { from: number; to: number }
    const rows = Array.from(
      { length: Math.max(0, Math.min(to, rowCount) - from) },
      (_, i) => from + i,
    )
    return {
      revision: 1,
      from,
      rows: rows.map((row) => row + offset),
      cells: [],
      tiers: [],
      computedTiers: [],
      settledTiers: [],
      byHand: [],
      scores: [],
    } satisfies SheetWindow
  }
  const client = {
    view: async (name: string, args: unknown, { signal }: CallOptions = {}) => {
      asked.push({ name, from: name === 'window' ? (args as { from: number }).from : null })
      const value = answer(name, args)
      if (held)
        await new Promise<void>((resolve, reject) => {
          held?.push(resolve)
          signal?.addEventListener('abort', () => reject(new AppError('job.cancelled')))
        })
      return value
    },
  } as unknown as EngineClient
  return {
    client,
    asked,
    windows: () => asked.filter((one) => one.name === 'window').map((one) => one.from),
    renumber: (by: number) => (offset = by),
    hold: () => (held = []),
    letGo: () => {
      const waiting = held ?? []
      held = null
      for (const resolve of waiting) resolve()
    },
  }
}

const idAt = (pages: SheetPages, row: number) => {
  const place = pages.at(row)
  return place?.window.rows[place.index]
}

describe('pages of the sheet', () => {
  test('only what is looked at is asked for, and its neighbours ahead', async () => {
    const { client, windows } = engine(100_000)
    const pages = new SheetPages(
      client,
      () => {},
      () => {},
    )
    await pages.show(all)
    pages.want(50_000, 50_030)
    await vi.waitFor(() => expect(idAt(pages, 50_029)).toBe(50_029))
    await vi.waitFor(() => expect(windows()).toEqual([0, 100, 50_000, 50_100, 49_900]))
  })

  test('after a change the old rows stay on show until the new ones are here', async () => {
    const world = engine(1_000)
    const pages = new SheetPages(
      world.client,
      () => {},
      () => {},
    )
    await pages.show(all)
    world.renumber(7)
    world.hold()
    const done = pages.outdate()
    await vi.waitFor(() => expect(world.asked.length).toBeGreaterThan(4))
    expect(idAt(pages, 3)).toBe(3)
    world.letGo()
    await done
    expect(idAt(pages, 3)).toBe(10)
  })

  test('a slow engine is asked once more at the end, however many changes there were', async () => {
    const world = engine(50)
    const pages = new SheetPages(
      world.client,
      () => {},
      () => {},
    )
    await pages.show(all)
    const before = world.windows().length
    world.hold()
    const done = Promise.all([pages.outdate(), pages.outdate()])
    await vi.waitFor(() => expect(world.windows().length).toBe(before + 1))
    for (let i = 0; i < 20; i++) void pages.outdate()
    world.letGo()
    await done
    expect(world.windows().length).toBe(before + 2)
  })

  test('rows of the last query do not stand under the next one', async () => {
    const world = engine(300)
    const pages = new SheetPages(
      world.client,
      () => {},
      () => {},
    )
    await pages.show(all)
    pages.want(200, 230)
    await vi.waitFor(() => expect(idAt(pages, 210)).toBe(210))
    await pages.show({ ...all, search: 'x' })
    expect(pages.shown?.search).toBe('x')
    expect(idAt(pages, 0)).toBe(0)
  })

  test('at most 40 pages are kept, the ones nearest to what is on show', async () => {
    const { client } = engine(100_000)
    const pages = new SheetPages(
      client,
      () => {},
      () => {},
    )
    await pages.show(all)
    for (let page = 0; page < 60; page++) {
      pages.want(page * 100, page * 100 + 30)
      await vi.waitFor(() => expect(idAt(pages, page * 100)).toBe(page * 100))
    }
    const kept = Array.from({ length: 70 }, (_, page) => page).filter((page) =>
      pages.at(page * 100),
    )
    expect(kept.length).toBeLessThanOrEqual(40)
    expect(kept).toContain(59)
    expect(kept).not.toContain(0)
  })

  test('a failure is told, and the next question is asked again', async () => {
    const world = engine(10)
    const failed = vi.fn()
    let isBroken = true
    const client = {
      view: (name: string, args: unknown) =>
        isBroken
          ? Promise.reject(new Error('gone'))
          : world.client.view(name as 'sheet', args as SheetQuery),
    } as unknown as EngineClient
    const pages = new SheetPages(client, () => {}, failed)
    await pages.show(all)
    expect(failed).toHaveBeenCalledOnce()
    isBroken = false
    await pages.outdate()
    expect(pages.view?.rowCount).toBe(10)
  })

  test('another order is a job: cancelled, all stays as it was', async () => {
    const slow = engine(500)
    const jobs = new Jobs()
    const pages = new SheetPages(slow.client, vi.fn(), vi.fn(), jobs)
    await pages.show(all)
    slow.renumber(1000)
    slow.hold()
    const shown = pages.show({ ...all, search: '客户' })
    await vi.waitFor(() => expect(jobs.current).not.toBeNull()) // after 300 ms
    jobs.current?.cancel()
    await shown
    expect(pages.shown).toBe(all)
    expect(pages.at(7)?.window.rows[7]).toBe(7)
    expect(jobs.current).toBeNull()
  })

  test('a newer query ends the one that is still waited for', async () => {
    const slow = engine(500)
    const failed = vi.fn()
    const pages = new SheetPages(slow.client, vi.fn(), failed)
    await pages.show(all)
    slow.hold()
    const before = slow.asked.length
    const first = pages.show({ ...all, search: '客' })
    await vi.waitFor(() => expect(slow.asked.length).toBeGreaterThan(before))
    const asked = slow.asked.length
    const newer = { ...all, search: '客户' }
    const second = pages.show(newer)
    await vi.waitFor(() => expect(slow.asked.length).toBeGreaterThan(asked)) // the first has not been answered
    slow.letGo()
    await Promise.all([first, second])
    expect(pages.shown).toBe(newer)
    expect(failed).not.toHaveBeenCalled()
  })
})
