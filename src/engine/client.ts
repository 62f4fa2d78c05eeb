import { AppError } from '../core/error.ts'
import type { BootOptions } from './boot.ts'
import { Caller } from './caller.ts'
import { isWanted, lend } from './lending.ts'
import { started, type Port } from './port.ts'
import type { Calls, EngineClient, EngineEvent } from './protocol.ts'

/**
 * Starts the engine: in a worker, or in the page behind the same kind of port where a worker cannot start.
 * A worker that dies later is remembered: every pending and later call rejects with `engine.dead`.
 */
export function connect(options: { fresh: boolean; base?: string }): EngineClient {
  const boot: BootOptions = {
    fresh: options.fresh,
    base: options.base ?? new URL('.', document.baseURI).href,
  }
  return clientOf((died) => start(boot, died))
}

/** A client of whatever `open` brings; `died` is to be called when that ends. */
export function clientOf(open: (died: () => void) => Promise<Port>): EngineClient {
  const listeners = new Set<(event: EngineEvent) => void>()
  const caller = new Caller<Calls>((message) => {
    if (isEvent(message)) for (const listener of listeners) listener(message.event)
    else if (isWanted(message)) void lend(message)
  })
  const died = () => caller.die(new AppError('engine.dead'))
  open(died).then((port) => caller.attach(port), died)
  return {
    call: (name, args, callOptions) => caller.call(name, args as never, callOptions) as never,
    view: (name, args, callOptions) => caller.call('view', { name, args }, callOptions),
    on(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

async function start(boot: BootOptions, died: () => void): Promise<Port> {
  const port = await startWorker(died).catch(startInPage)
  port.postMessage({ boot }, [])
  return port
}

async function startWorker(died: () => void): Promise<Port> {
  const worker = await started(
    new Worker(new URL('./worker.ts', import.meta.url), { type: 'module', name: 'engine' }),
  )
  worker.onerror = died
  worker.onmessageerror = died
  return worker
}

async function startInPage(): Promise<Port> {
  const { listen } = await import('./boot.ts') // only then: the first chunk does not carry the engine
  const { port1, port2 } = new MessageChannel()
  listen(port2)
  return port1
}

function isEvent(message: unknown): message is { readonly event: EngineEvent } {
  return typeof message === 'object' && message !== null && 'event' in message
}
