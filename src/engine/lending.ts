import { started, type Port } from './port.ts'

/** A worker started by the page for the engine, and spoken to without it. */
export type LentWorker = Port & {
  terminate(): void
  onerror: (() => void) | null
}

/** The engine wants a reader: the page starts one and hands it `talk`. `control` says the end of either side. */
export interface Wanted {
  readonly wanted: 'reader'
  readonly talk: MessagePort
  readonly control: MessagePort
}

/**
 * The engine's side; rejects where no worker starts. Workers are not started inside the engine's own: that of Firefox
 * 159 stands still for good after one start in about 200, idle or not, and never does when the page starts them.
 */
export function borrow(page: Port): Promise<LentWorker> {
  const talk = new MessageChannel()
  const control = new MessageChannel()
  return new Promise((resolve, reject) => {
    const worker: LentWorker = Object.assign(talk.port1, {
      terminate() {
        control.port1.postMessage('end')
        talk.port1.close()
      },
      onerror: () => reject(new Error('the page starts no worker')),
    })
    control.port1.onmessage = () => worker.onerror?.()
    worker.onmessage = () => resolve(worker) // hello
    const wanted: Wanted = { wanted: 'reader', talk: talk.port2, control: control.port2 }
    page.postMessage(wanted, [talk.port2, control.port2])
  })
}

const lent = new Set<Worker>() // held until they are ended: see `started`

/** The page's side. */
export async function lend({ talk, control }: Wanted): Promise<void> {
  const failed = () => control.postMessage('failed')
  try {
    const worker = await started(
      new Worker(new URL('./reader.worker.ts', import.meta.url), {
        type: 'module',
        name: 'reader',
      }),
    )
    lent.add(worker)
    worker.onerror = failed
    control.onmessage = () => {
      lent.delete(worker)
      worker.terminate()
      control.close() // its listener holds the worker
    }
    worker.postMessage({ talk }, [talk])
  } catch {
    failed()
  }
}

export function isWanted(message: unknown): message is Wanted {
  return typeof message === 'object' && message !== null && 'wanted' in message
}
