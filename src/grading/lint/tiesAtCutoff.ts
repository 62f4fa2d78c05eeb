import type { LintCheck } from './lint.ts'

const fewest = 5
const share = 0.01 // of the graded customers

/** Many customers with exactly the score of a line: a hair decides about all of them together. */
export const tiesAtCutoff: LintCheck = {
  id: 'tiesAtCutoff',
  *run({ scheme: { tiers }, result: { score, cutoffs, totals } }) {
    const counts = new Uint32Array(cutoffs.length)
    for (const [at, cutoff] of cutoffs.entries()) {
      for (let row = 0; row < score.length; row++)
        counts[at] = (counts[at] as number) + +(score[row] === cutoff)
      yield
    }
    return tiers.flatMap(({ id, name }, at) => {
      const count = counts[at] ?? 0
      if (count < fewest || count < share * totals.graded) return []
      const detail = { tier: name, count, cutoff: cutoffs[at] ?? 0 }
      const code = 'lint.tiesAtCutoff' as const
      return [{ code, level: 'info' as const, detail, about: id }]
    })
  },
}
