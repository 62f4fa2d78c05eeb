import { openWorkspace } from '../../src/engine/workspace.ts'
import { customersCsv } from './customers.ts'
import { actions } from './sheetActions.ts'

/** What the engine does for the sheet, in pieces: while one goes on, nothing else is answered. */
export interface Work {
  readonly name: string
  readonly ms: number // the whole, at best
  readonly piece: number // ms, the longest one without a pause, at best
}

const wide = 40

/** The list of the other benchmarks with further columns of numbers, as many as make it `wide`. */
export function wideCsv(rows: number): string {
  const lines = customersCsv(rows).trimEnd().split('\n')
  const extra = Array.from({ length: wide - 12 }, (_, at) => at)
  return lines
    .map((line, at) => {
      const more = extra.map((n) => (at === 0 ? `指标${n + 1}` : (at * (n + 7)) % 997))
      return `${line},${more.join(',')}`
    })
    .join('\n')
}

/** Runs a task; how long it took, and the longest time for which no message had its turn: so the worker is asked. */
async function watched(task: () => Promise<unknown>): Promise<{ ms: number; piece: number }> {
  let piece = 0
  let isOver = false
  let last = performance.now()
  let used = process.cpuUsage()
  // whichever clock went less: one counts what others do on this machine, the other what helping threads do
  const look = () => {
    const now = performance.now()
    const { user, system } = process.cpuUsage(used)
    piece = Math.max(piece, Math.min(now - last, (user + system) / 1000))
    last = now
    used = process.cpuUsage()
  }
  const { port1, port2 } = new MessageChannel()
  port1.onmessage = () => {
    look()
    if (!isOver) port2.postMessage(null)
  }
  await new Promise((resolve) => setImmediate(resolve))
  const began = (last = performance.now())
  const all = (used = process.cpuUsage())
  port2.postMessage(null)
  await task()
  isOver = true
  look()
  port1.close()
  const { user, system } = process.cpuUsage(all)
  return { ms: Math.min(performance.now() - began, (user + system) / 1000), piece }
}

export async function measureWork(
  rows: number,
  rounds: number,
  say: (work: Work) => void,
  only = '',
): Promise<void> {
  const workspace = openWorkspace()
  await workspace.importFile({ kind: 'text', text: wideCsv(rows), name: 'wide.csv' })
  for (const { name, before, run, undone } of await actions(workspace, rows)) {
    if (!new RegExp(only).test(name)) continue
    const best = { ms: Infinity, piece: Infinity }
    const back = { ms: Infinity, piece: Infinity }
    const keep = (to: typeof best, { ms, piece }: typeof best) => {
      to.ms = Math.min(to.ms, ms)
      to.piece = Math.min(to.piece, piece)
    }
    for (let round = 0; round < rounds; round++) {
      await before?.(round)
      keep(best, await watched(() => run(round)))
      if (undone !== undefined) keep(back, await watched(() => workspace.call('undo', null)))
    }
    say({ name, ...best })
    if (undone !== undefined) say({ name: undone, ...back })
  }
}
