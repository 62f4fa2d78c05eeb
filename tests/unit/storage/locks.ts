/** Web Locks as the specification has them: exclusive by name, in order of asking, with an abort signal. */
export function locks(): LockManager {
  const tails = new Map<string, Promise<unknown>>()
  const request = (name: string, options: LockOptions, granted: () => Promise<unknown>) => {
    const before = tails.get(name) ?? Promise.resolve()
    const { signal } = options
    const aborted = new Promise<never>((_, reject) =>
      signal?.addEventListener('abort', () => reject(signal.reason as Error)),
    )
    let done = () => {}
    tails.set(name, Promise.all([before, new Promise<void>((resolve) => (done = resolve))]))
    return Promise.race([before, aborted])
      .then(() => granted())
      .finally(() => done())
  }
  return { request } as unknown as LockManager
}
