import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'

/** Another program that does the same work over the same data, one round at a time; for benchmarks only. */
export interface Peer {
  /** One round; its answer. */
  round(): Promise<string>
}

/**
 * Starts a Python program that prints a line when it is ready, reads a line before each round and prints a line after it.
 * null = Python or one of its libraries is not installed. `BENCH_PYTHON` names another interpreter.
 */
export async function pythonPeer(program: string, args: readonly string[]): Promise<Peer | null> {
  const child = spawn(process.env['BENCH_PYTHON'] ?? 'python3', ['-c', program, ...args], {
    stdio: ['pipe', 'pipe', 'ignore'],
  })
  child.on('error', () => {})
  child.unref()
  process.once('exit', () => child.kill())
  const lines: AsyncIterator<string, undefined> = createInterface({ input: child.stdout })[
    Symbol.asyncIterator
  ]()
  const next = async () => (await lines.next()).value ?? null
  if ((await next()) === null) return null
  return {
    async round() {
      child.stdin.write('\n')
      const answer = await next()
      if (answer === null) throw new Error('the other program ended')
      return answer
    },
  }
}
