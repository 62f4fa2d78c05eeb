import { AppError } from '../../src/core/error.ts'
import type { CallName, Calls, EngineClient, EngineEvent } from '../../src/engine/protocol.ts'
import type { ViewName, Views } from '../../src/engine/views.ts'

export interface SentCall {
  readonly name: CallName
  readonly args: unknown
}
type Replies = { [K in CallName]?: (args: Parameters<Calls[K]>[0]) => unknown }
type Shows = { [K in ViewName]?: (args: Views[K]['args']) => Views[K]['out'] }

/** An engine that answers from fixed replies and remembers what it was asked; unknown questions are refused. */
export class FakeClient implements EngineClient {
  readonly sent: SentCall[] = []
  readonly replies: Replies
  readonly shows: Shows
  readonly #listeners = new Set<(event: EngineEvent) => void>()

  constructor(replies: Replies, shows: Shows) {
    this.replies = replies
    this.shows = shows
  }

  async call<K extends CallName>(
    name: K,
    args: Parameters<Calls[K]>[0],
  ): Promise<Awaited<ReturnType<Calls[K]>>> {
    this.sent.push({ name, args })
    await Promise.resolve() // answers come later, as from a worker
    const reply = this.replies[name] as ((args: unknown) => unknown) | undefined
    if (!reply) throw new AppError('command.invalid', { call: name })
    return (await reply(args)) as Awaited<ReturnType<Calls[K]>>
  }

  async view<K extends ViewName>(name: K, args: Views[K]['args']): Promise<Views[K]['out']> {
    await Promise.resolve()
    const show = this.shows[name] as ((args: Views[K]['args']) => Views[K]['out']) | undefined
    if (!show) throw new AppError('command.invalid', { view: name })
    return show(args)
  }

  on(listener: (event: EngineEvent) => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  tell(event: EngineEvent): void {
    for (const listener of this.#listeners) listener(event)
  }

  argsOf(name: CallName): unknown[] {
    return this.sent.filter((call) => call.name === name).map((call) => call.args)
  }
}
