import type { WireError } from '../core/error.ts'
import type { Progress } from '../core/job.ts'

/** What a worker, its own scope and one end of a MessageChannel have in common. */
export interface Port {
  postMessage(message: unknown, transfer: Transferable[]): void
  onmessage: ((event: MessageEvent) => void) | null
}

/** Requests and answers of any interface of calls; ids match an answer to its request. */
export type Request =
  | { readonly id: number; readonly call: string; readonly args: unknown }
  | { readonly cancel: number }
export type Answer =
  | { readonly id: number; readonly ok: true; readonly value: unknown }
  | { readonly id: number; readonly ok: false; readonly error: WireError }
  | { readonly id: number; readonly progress: Progress }
/** Said once by a worker when its module has run: from now on messages are heard. */
export interface Hello {
  readonly ready: true
}

// Firefox 159 may take a worker that nobody holds for garbage before it has said hello (in a worker: 6 of 100 starts)
const starting = new Set<Worker>()

/** A new module worker once it has said hello; rejects where it cannot start. */
export function started(worker: Worker): Promise<Worker> {
  starting.add(worker)
  return new Promise<Worker>((resolve, reject) => {
    worker.onmessage = () => {
      worker.onmessage = null
      worker.onerror = null
      resolve(worker)
    }
    worker.onerror = (event) => {
      event.preventDefault() // answered by running in place; not an error of the page
      worker.terminate()
      reject(new Error(event.message || 'the worker did not start'))
    }
  }).finally(() => starting.delete(worker))
}
