import { AppError, fromWire } from '../core/error.ts'
import type { Progress } from '../core/job.ts'
import type { Answer, Port, Request } from './port.ts'

export interface CallOptions {
  readonly signal?: AbortSignal | undefined
  readonly onProgress?: ((progress: Progress) => void) | undefined
}

interface Pending {
  resolve(value: never): void
  reject: (error: Error) => void
  progress(progress: Progress): void
}

/**
 * The asking end of a port that `serve` answers. Requests made before the port is there wait for it.
 * Once dead, every pending and every later call rejects with the same error.
 */
export class Caller<C> {
  readonly #pending = new Map<number, Pending>()
  readonly #other: (message: unknown) => void
  #port: Port | null = null
  #waiting: Request[] = []
  #death: Error | null = null
  #next = 1

  /** `other` hears the messages that are no answer, such as events. */
  constructor(other: (message: unknown) => void = () => {}) {
    this.#other = other
  }

  attach(port: Port): void {
    if (this.#death) return
    this.#port = port
    port.onmessage = (event: MessageEvent<unknown>) => this.#hear(event.data)
    for (const request of this.#waiting) port.postMessage(request, [])
    this.#waiting = []
  }

  die(error: Error = new AppError('engine.dead')): void {
    if (this.#death) return
    this.#death = error
    const pending = [...this.#pending.values()]
    this.#pending.clear()
    for (const { reject } of pending) reject(error)
  }

  call<K extends keyof C & string>(
    name: K,
    args: C[K] extends (args: infer A) => unknown ? A : never,
    options: CallOptions = {},
  ): Promise<C[K] extends (args: never) => infer R ? Awaited<R> : never> {
    const { signal, onProgress } = options
    if (this.#death) return Promise.reject(this.#death)
    if (signal?.aborted) return Promise.reject(new AppError('job.cancelled'))
    const id = this.#next++
    return new Promise((resolve, reject) => {
      const cancel = () => this.#post({ cancel: id })
      signal?.addEventListener('abort', cancel, { once: true })
      const done = () => signal?.removeEventListener('abort', cancel)
      this.#pending.set(id, {
        resolve: (value) => (done(), resolve(value)),
        reject: (error) => (done(), reject(error)),
        progress: (progress) => onProgress?.(progress),
      })
      this.#post({ id, call: name, args })
    })
  }

  #post(request: Request): void {
    if (this.#port) this.#port.postMessage(request, [])
    else this.#waiting.push(request)
  }

  #hear(message: unknown): void {
    if (!isAnswer(message)) return this.#other(message)
    const pending = this.#pending.get(message.id)
    if (!pending) return
    if ('progress' in message) return pending.progress(message.progress)
    this.#pending.delete(message.id)
    if (message.ok) pending.resolve(message.value as never)
    else pending.reject(fromWire(message.error))
  }
}

function isAnswer(message: unknown): message is Answer {
  return typeof message === 'object' && message !== null && 'id' in message
}
