import { presentUtilities } from '../presentUtilities.ts'
import { countingOf, type LintCheck } from './lint.ts'

const most = 0.95
const known = new WeakMap<Float64Array, Common>()

interface Common {
  readonly utility: number
  readonly count: number
  readonly present: number
}

/** Nearly all customers get the same points, though their values differ. */
export const sameForMost: LintCheck = {
  id: 'sameForMost',
  *run(subject) {
    const found = []
    for (const { criterion, utilities } of countingOf(subject)) {
      const { utility, count, present } = commonest(presentUtilities(utilities))
      yield
      if (present < 2 || count < most * present || isKnown(subject, criterion.id)) continue
      const detail = { criterion: criterion.name, count, share: count / present, utility }
      const code = 'lint.sameForMost' as const
      found.push({ code, level: 'warning' as const, detail, about: criterion.id })
    }
    return found
  },
}

/** One value throughout is reported by the check of the scheme. */
const isKnown = ({ result }: Parameters<LintCheck['run']>[0], id: string) =>
  result.issues.some(({ code, about }) => code === 'criterion.constant' && about === id)

/** The one utility that more than half may have (Boyer & Moore 1981), and how many have it. */
function commonest(values: Float64Array): Common {
  const found = known.get(values)
  if (found) return found
  let utility = NaN
  let lead = 0
  let present = 0
  for (let row = 0; row < values.length; row++) {
    const u = values[row] as number
    if (u !== u) continue
    present++
    if (lead === 0) utility = u
    lead += u === utility ? 1 : -1
  }
  let count = 0
  for (let row = 0; row < values.length; row++) count += +(values[row] === utility)
  const common = { utility, count, present }
  known.set(values, common)
  return common
}
