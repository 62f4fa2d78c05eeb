import type { Issue } from '../../core/issue.ts'
import type { Scheme } from '../../scheme/scheme.ts'
import { countingOf, type LintCheck } from './lint.ts'
import { criterionShares } from './shares.ts'

const small = 0.03
const fewest = 20 // graded customers: of fewer it says little that nobody moves

/** What counts too little to matter: so told by its share, and by how many tiers differ without it. */
export const smallShare: LintCheck = {
  id: 'smallShare',
  *run(subject) {
    const counting = countingOf(subject)
    const found: Issue[] = []
    if (counting.length < 2) return found
    const shares = criterionShares(subject)
    for (const { criterion } of counting) {
      const share = shares.get(criterion.id) ?? 0
      if (share === 0) continue // said to count nothing
      const moved = subject.moved(without(subject.scheme, criterion.id))
      yield
      const idle = moved === 0 && subject.result.totals.graded >= fewest
      if (share >= small && !idle) continue
      const code = share < small ? ('lint.smallShare' as const) : ('lint.movesNobody' as const)
      const detail = { criterion: criterion.name, share, moved: moved ?? -1 }
      found.push({ code, level: 'info', detail, about: criterion.id })
    }
    return found
  },
}

const without = (scheme: Scheme, id: string): Scheme => ({
  ...scheme,
  criteria: scheme.criteria.map((one) => (one.id === id ? { ...one, enabled: false } : one)),
})
