/** One row of the table: our own work beside a yardstick, in the same process. */
export interface Case {
  readonly name: string
  readonly rows: number
  readonly goal: number | null // ratio to the yardstick
  readonly yardstick: string
  readonly rounds?: number // of a long case
  run(): unknown
  against(): unknown
  took?(result: unknown): number // ms that the yardstick measured itself, where a program has to be started for it
  check(result: unknown): string | null // what is wrong with the result
}

/** A case whose yardstick is not on this machine. */
export interface Skipped {
  readonly name: string
  readonly skipped: string // why
}

export interface Measured {
  readonly case: string
  readonly rows: number
  readonly median: number // ms
  readonly min: number // ms
  readonly yardstick: string
  readonly ratio: number // the median of the rounds' own ratios
  readonly goal: number | null
  readonly ok: string
}

/** Rounds in turn, so that noise hits both alike. A wrong result is a failure, however fast. */
export async function measure(each: Case, rounds: number): Promise<Measured> {
  const fault = each.check((await time(() => each.run())).result)
  await time(() => each.against())
  const own: number[] = []
  const ratios: number[] = []
  for (let round = 0; round < Math.min(rounds, each.rounds ?? rounds); round++) {
    const a = await time(() => each.run())
    const b = await time(() => each.against())
    own.push(a.ms)
    ratios.push(a.ms / (each.took?.(b.result) ?? b.ms))
  }
  const { name, rows, goal, yardstick } = each
  const ratio = median(ratios)
  const verdict = goal === null ? '' : ratio <= goal ? 'ok' : 'over'
  const ok = fault === null ? verdict : `WRONG: ${fault}`
  return {
    case: name,
    rows,
    median: median(own),
    min: Math.min(...own),
    yardstick,
    ratio,
    goal,
    ok,
  }
}

export const heading = 'case | rows | median ms | min ms | yardstick | ratio | goal | ok'

export const lineOf = (row: Measured): string =>
  [
    row.case,
    row.rows,
    row.median.toFixed(2),
    row.min.toFixed(2),
    row.yardstick,
    row.ratio < 0.1 ? `1/${(1 / row.ratio).toFixed(1)}` : row.ratio.toFixed(3),
    row.goal === null ? '–' : row.goal < 1 ? `1/${(1 / row.goal).toFixed(1)}` : row.goal,
    row.ok,
  ].join(' | ')

async function time(work: () => unknown) {
  const began = performance.now()
  const result = await work()
  return { ms: performance.now() - began, result }
}

const median = (list: readonly number[]): number =>
  list.toSorted((a, b) => a - b)[Math.floor(list.length / 2)] ?? NaN
