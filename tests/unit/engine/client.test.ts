import { describe, expect, test } from 'vitest'
import { clientOf } from '../../../src/engine/client.ts'
import type { Port } from '../../../src/engine/port.ts'
import type { EngineEvent } from '../../../src/engine/protocol.ts'

/** A port of which the test plays the other end. */
function playedPort() {
  const asked: unknown[] = []
  const port: Port = { onmessage: null, postMessage: (message) => asked.push(message) }
  const say = (data: unknown) => port.onmessage?.({ data } as MessageEvent)
  return { port, asked, say }
}
const tick = () => new Promise((resolve) => setTimeout(resolve))

describe('the client of the engine', () => {
  test('a view is the call `view` with its name', async () => {
    const { port, asked, say } = playedPort()
    const client = clientOf(() => Promise.resolve(port))
    await tick()
    const answer = client.view('rows', {
      query: { sort: null, filters: [], search: '' },
      from: 0,
      to: 2,
    })
    expect(asked).toEqual([
      {
        id: 1,
        call: 'view',
        args: {
          name: 'rows',
          args: { query: { sort: null, filters: [], search: '' }, from: 0, to: 2 },
        },
      },
    ])
    say({ id: 1, ok: true, value: [4, 7] })
    expect(await answer).toEqual([4, 7])
  })

  test('events reach those who listen, until they leave', async () => {
    const { port, say } = playedPort()
    const client = clientOf(() => Promise.resolve(port))
    await tick()
    const heard: EngineEvent[] = []
    const leave = client.on((event) => heard.push(event))
    say({ event: { kind: 'changed', revision: 3 } })
    leave()
    say({ event: { kind: 'changed', revision: 4 } })
    expect(heard).toEqual([{ kind: 'changed', revision: 3 }])
  })

  test('when the engine dies, what waits and what is asked later is refused', async () => {
    const { port } = playedPort()
    let die = () => {}
    const client = clientOf((died) => {
      die = died
      return Promise.resolve(port)
    })
    await tick()
    const waiting = client.call('listProjects', null)
    die()
    await expect(waiting).rejects.toMatchObject({ code: 'engine.dead' })
    await expect(client.call('catalogue', null)).rejects.toMatchObject({ code: 'engine.dead' })
  })

  test('an engine that cannot start at all refuses every call', async () => {
    const client = clientOf(() => Promise.reject(new Error('nothing starts here')))
    await expect(client.call('catalogue', null)).rejects.toMatchObject({ code: 'engine.dead' })
  })
})
