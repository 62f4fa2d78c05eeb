import { describe, expect, test } from 'vitest'
import { AppError } from '../../../src/core/error.ts'
import { createJob } from '../../../src/core/job.ts'
import type { LentWorker } from '../../../src/engine/lending.ts'
import { openReader, workerHand, type Hand } from '../../../src/engine/reader.ts'
import type { ImportPlan, ImportSource } from '../../../src/import/plan.ts'

const source: ImportSource = { kind: 'text', text: 'a,b\n1,2', name: 'a.csv' }
const plan = { suggestedName: 'a' } as ImportPlan

/** A worker whose other end the test plays. */
function playedWorker(answer: (message: { id: number; call: string }) => unknown) {
  const played = { terminated: 0 }
  const worker: LentWorker = {
    onmessage: null,
    onerror: null,
    postMessage(message) {
      const reply = answer(message as { id: number; call: string })
      if (reply !== undefined)
        queueMicrotask(() => worker.onmessage?.({ data: reply } as MessageEvent))
    },
    terminate() {
      played.terminated++
    },
  }
  return { worker, played }
}

describe('a disposable reader', () => {
  test('opens its source once, then plans as often as it is asked', async () => {
    const calls: string[] = []
    const { worker } = playedWorker(({ id, call }) => {
      calls.push(call)
      return { id, ok: true, value: plan }
    })
    const reader = openReader(source, () => workerHand(() => Promise.resolve(worker), 1000))
    await reader.plan({}, '2026-03-01', createJob())
    expect(await reader.plan({ sheet: 1 }, '2026-03-01', createJob())).toEqual(plan)
    expect(calls).toEqual(['open', 'plan', 'plan'])
  })

  test('a reader that says nothing for too long is ended: file.timeout', async () => {
    const { worker, played } = playedWorker(() => undefined)
    const reader = openReader(source, () => workerHand(() => Promise.resolve(worker), 20))
    await expect(reader.plan({}, '2026-03-01', createJob())).rejects.toMatchObject({
      code: 'file.timeout',
    })
    expect(played.terminated).toBeGreaterThan(0)
  })

  test('a reader that goes on telling of progress is not ended', async () => {
    const { worker } = playedWorker(({ id, call }) => {
      if (call === 'open') {
        const tell = (data: unknown) => worker.onmessage?.({ data } as MessageEvent)
        const progress = { step: 'read', done: 1, total: 2 }
        for (let i = 1; i <= 4; i++) setTimeout(() => tell({ id, progress }), i * 30)
        setTimeout(() => tell({ id, ok: true, value: null }), 150)
        return undefined
      }
      return { id, ok: true, value: plan }
    })
    const reader = openReader(source, () => workerHand(() => Promise.resolve(worker), 100))
    expect(await reader.plan({}, '2026-03-01', createJob())).toEqual(plan)
  })

  test('a step of unknown length is waited for three times as long', async () => {
    const { worker, played } = playedWorker(({ id }) => {
      const tell = (data: unknown) => worker.onmessage?.({ data } as MessageEvent)
      setTimeout(() => tell({ id, progress: { step: 'parse', done: 0, total: 0 } }), 5)
      setTimeout(() => tell({ id, ok: true, value: plan }), 150)
      return undefined
    })
    const hand = await workerHand(() => Promise.resolve(worker), 80)
    expect(await hand.ask('plan', { choices: {}, asOf: '2026-03-01' }, createJob())).toEqual(plan)
    expect(played.terminated).toBe(0)
  })

  test('a reader that tells of progress for ever is ended: file.timeout', async () => {
    const { worker, played } = playedWorker(({ id }) => {
      const tell = () =>
        worker.onmessage?.({
          data: { id, progress: { step: 'read', done: 1, total: 2 } },
        } as MessageEvent)
      const endless = setInterval(tell, 5)
      setTimeout(() => clearInterval(endless), 1_000)
      return undefined
    })
    const hand = await workerHand(() => Promise.resolve(worker), 20)
    await expect(
      hand.ask('plan', { choices: {}, asOf: '2026-03-01' }, createJob()),
    ).rejects.toMatchObject({ code: 'file.timeout' })
    expect(played.terminated).toBe(1)
  })

  test('cancelling ends the worker even while it is deaf; the next question starts another', async () => {
    const controller = new AbortController()
    const deaf = playedWorker(() => undefined)
    const hears = playedWorker(({ id }) => ({ id, ok: true, value: plan }))
    const workers = [deaf.worker, hears.worker]
    const reader = openReader(source, () =>
      workerHand(() => Promise.resolve(workers.shift() ?? hears.worker), 1000),
    )
    const first = reader.plan({}, '2026-03-01', createJob(controller.signal))
    setTimeout(() => controller.abort(), 5)
    await expect(first).rejects.toMatchObject({ code: 'job.cancelled' })
    expect(deaf.played.terminated).toBeGreaterThan(0)
    expect(await reader.plan({}, '2026-03-01', createJob())).toEqual(plan)
  })

  test('cancelling while the worker is still starting ends it too', async () => {
    const controller = new AbortController()
    const { worker, played } = playedWorker(({ id }) => ({ id, ok: true, value: plan }))
    const slowStart = () =>
      new Promise<LentWorker>((resolve) => setTimeout(() => resolve(worker), 30))
    const reader = openReader(source, () => workerHand(slowStart, 1000))
    const asked = reader.plan({}, '2026-03-01', createJob(controller.signal))
    controller.abort()
    await expect(asked).rejects.toMatchObject({ code: 'job.cancelled' })
    expect(played.terminated).toBeGreaterThan(0)
  })

  test('a refused choice leaves the file open for another', async () => {
    let ended = 0
    const asked: string[] = []
    const hand: Hand = {
      ask(name) {
        asked.push(name)
        const refused = name === 'plan' && asked.length === 2
        return refused
          ? Promise.reject(new AppError('file.headerOnly'))
          : (Promise.resolve(plan) as never)
      },
      end: () => void ended++,
    }
    const reader = openReader(source, () => Promise.resolve(hand))
    await expect(reader.plan({}, '2026-03-01', createJob())).rejects.toMatchObject({
      code: 'file.headerOnly',
    })
    await reader.plan({ headerRows: 0 }, '2026-03-01', createJob())
    expect([ended, asked]).toEqual([0, ['open', 'plan', 'plan']])
  })

  test('closing gives the worker back at once', async () => {
    const { worker, played } = playedWorker(({ id }) => ({ id, ok: true, value: plan }))
    const reader = openReader(source, () => workerHand(() => Promise.resolve(worker), 1000))
    await reader.plan({}, '2026-03-01', createJob())
    reader.close()
    await Promise.resolve()
    expect(played.terminated).toBe(1)
  })
})
