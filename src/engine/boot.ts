import { toWire } from '../core/error.ts'
import { openStore } from '../storage/open.ts'
import { handlersOf } from './handlers/index.ts'
import { Engine } from './engine.ts'
import { borrow } from './lending.ts'
import type { Port } from './port.ts'
import type { Calls, EngineEvent } from './protocol.ts'
import { inlineHand, workerHand } from './reader.ts'
import { serve } from './server.ts'
import { instant, instantAgo, localDate } from './today.ts'

const undoLasts = 24 * 3600_000 // ms: what was deleted can be taken back for so long at least

export interface BootOptions {
  /** Start with an empty, unsaved workspace: nothing is read from or written to this browser. */
  readonly fresh: boolean
  /** Address that `samples/` stands below. */
  readonly base: string
}

/** Waits on a port for its first message, which says how to boot, then answers calls; those that came meanwhile too. */
export function listen(port: Port): void {
  port.onmessage = (event: MessageEvent<{ boot: BootOptions }>) => {
    const early: MessageEvent[] = []
    port.onmessage = (message) => early.push(message)
    boot(port, event.data.boot).then(() => {
      for (const message of early) port.onmessage?.(message)
    }, reportError) // ends the worker for its client
  }
}

async function boot(port: Port, { fresh, base }: BootOptions): Promise<void> {
  const emit = (event: EngineEvent) => port.postMessage({ event }, [])
  const { store, unsaved } = await openStore({ fresh })
  // another tab may still offer to take a delete back; where forgetting fails it is done next time
  await store.forgetRemoved(instantAgo(undoLasts)).catch(() => {})
  const engine = new Engine(
    {
      store,
      fetchSample: async (file) => (await fetch(new URL(`samples/${file}`, base))).blob(),
      today: localDate,
      now: instant,
      takeHand: () => workerHand(() => borrow(port)).catch(inlineHand),
    },
    emit,
  )
  serve<Calls>(port, handlersOf(engine), filePartsOf)
  if (unsaved !== null) emit({ kind: 'saveState', state: 'failed', error: toWire(unsaved) })
}

/** An exported file is moved to the page, not copied. */
function filePartsOf(value: unknown): Transferable[] {
  if (typeof value !== 'object' || value === null || !('parts' in value)) return []
  const { parts } = value
  if (!Array.isArray(parts)) return []
  const buffers = parts.map((part: unknown) => (part instanceof Uint8Array ? part.buffer : null))
  return [...new Set(buffers)].filter((buffer) => buffer instanceof ArrayBuffer)
}
