import { expect, test } from 'vitest'
import { borrow, isWanted, lend } from '../../../src/engine/lending.ts'
import type { Port } from '../../../src/engine/port.ts'

/** The page's end of the engine's port. */
function page(hear: (message: unknown) => void): Port {
  return { onmessage: null, postMessage: hear }
}

test('where the page starts no worker, the engine is told', async () => {
  expect('Worker' in globalThis).toBe(false) // in Node: the start itself throws
  const asked = borrow(page((message) => isWanted(message) && void lend(message)))
  await expect(asked).rejects.toThrow('no worker')
})

test('a worker that ends by itself is heard of, and one no longer wanted is ended', async () => {
  const said: unknown[] = []
  let fail = () => {}
  const worker = await borrow(
    page((message) => {
      if (!isWanted(message)) return
      message.control.onmessage = ({ data }) => said.push(data)
      fail = () => message.control.postMessage('failed')
      message.talk.postMessage({ ready: true })
    }),
  )
  const ended = new Promise<void>((resolve) => (worker.onerror = resolve))
  fail()
  await ended
  worker.terminate()
  await expect.poll(() => said).toEqual(['end'])
})
