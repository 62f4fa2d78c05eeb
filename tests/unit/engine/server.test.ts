import { afterEach, describe, expect, test } from 'vitest'
import { AppError } from '../../../src/core/error.ts'
import type { Job, Progress } from '../../../src/core/job.ts'
import { Caller } from '../../../src/engine/caller.ts'
import { serve, type Handlers } from '../../../src/engine/server.ts'

interface TestCalls {
  echo(args: { text: string; after: number }): string
  refuse(args: null): void
  fail(args: null): void
  count(args: { to: number; every: number }): number
  bytes(args: { length: number }): Uint8Array
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

let sent: Uint8Array | null = null
const handlers: Handlers<TestCalls> = {
  async echo({ text, after }: { text: string; after: number }) {
    await pause(after)
    return text
  },
  refuse() {
    throw new AppError('file.headerOnly', { name: '客户.csv' })
  },
  fail() {
    throw new TypeError('a bug of ours')
  },
  async count({ to, every }: { to: number; every: number }, job: Job) {
    let done = 0
    for (; done < to; done++) {
      await pause(every)
      job.report({ step: 'read', done, total: to })
      if (job.signal.aborted) throw new AppError('job.cancelled')
    }
    return done
  },
  bytes({ length }: { length: number }) {
    sent = new Uint8Array(length)
    return sent
  },
}

const open: MessagePort[] = []
function connected(): Caller<TestCalls> {
  const { port1, port2 } = new MessageChannel()
  open.push(port1, port2)
  serve<TestCalls>(port2, handlers, (value) =>
    value instanceof Uint8Array ? [value.buffer as ArrayBuffer] : [],
  )
  const caller = new Caller<TestCalls>()
  caller.attach(port1)
  return caller
}
afterEach(() => {
  for (const port of open.splice(0)) port.close()
})

describe('calls over a port', () => {
  test('each answer reaches its own question, in whatever order they come', async () => {
    const caller = connected()
    const order: string[] = []
    const asked = [
      ['slow', 60],
      ['middle', 30],
      ['quick', 1],
    ] as const
    await Promise.all(
      asked.map(async ([text, after]) => {
        expect(await caller.call('echo', { text, after })).toBe(text)
        order.push(text)
      }),
    )
    expect(order).toEqual(['quick', 'middle', 'slow'])
  })

  test('a refusal arrives with its code and facts', async () => {
    const refusal = await connected()
      .call('refuse', null)
      .catch((error: unknown) => error)
    expect(refusal).toBeInstanceOf(AppError)
    expect(refusal).toMatchObject({ code: 'file.headerOnly', detail: { name: '客户.csv' } })
  })

  test('a bug arrives as a plain error with the stack of where it happened', async () => {
    const bug = await connected()
      .call('fail', null)
      .catch((error: unknown) => error)
    expect(bug).not.toBeInstanceOf(AppError)
    expect(bug).toMatchObject({ message: 'a bug of ours' })
    expect((bug as Error).stack).toContain('server.test.ts')
  })

  test('a call that nobody answers is refused, not left hanging', async () => {
    const caller = connected() as Caller<TestCalls & { gone(args: null): void }>
    await expect(caller.call('gone', null)).rejects.toThrow('no call named gone')
  })

  test('progress comes at most every 100 ms', async () => {
    const times: number[] = []
    const seen: Progress[] = []
    await connected().call(
      'count',
      { to: 40, every: 8 },
      { onProgress: (progress) => (seen.push(progress), times.push(performance.now())) },
    )
    expect(seen.length).toBeGreaterThan(1)
    expect(seen.length).toBeLessThan(10)
    expect(seen[0]).toEqual({ step: 'read', done: 0, total: 40 })
  })

  test('an aborted signal cancels the job of that call alone', async () => {
    const caller = connected()
    const controller = new AbortController()
    const long = caller.call('count', { to: 10_000, every: 1 }, { signal: controller.signal })
    const other = caller.call('count', { to: 20, every: 1 })
    controller.abort()
    await expect(long).rejects.toMatchObject({ code: 'job.cancelled' })
    expect(await other).toBe(20)
  })

  test('a call with a signal already aborted is not even asked', async () => {
    const signal = AbortSignal.abort()
    const call = connected().call('count', { to: 1, every: 1 }, { signal })
    await expect(call).rejects.toMatchObject({ code: 'job.cancelled' })
  })

  test('named buffers of an answer are moved, not copied', async () => {
    const received = await connected().call('bytes', { length: 1000 })
    expect(received.byteLength).toBe(1000)
    expect(sent?.byteLength).toBe(0) // a moved buffer is empty where it came from
  })

  test('calls made before the port is there wait for it', async () => {
    const { port1, port2 } = new MessageChannel()
    open.push(port1, port2)
    serve<TestCalls>(port2, handlers)
    const caller = new Caller<TestCalls>()
    const early = caller.call('echo', { text: 'early', after: 0 })
    caller.attach(port1)
    expect(await early).toBe('early')
  })
})
