import { countingOf, type LintCheck } from './lint.ts'
import { criterionShares } from './shares.ts'

const most = 0.8

/** One of several criteria decides nearly alone. */
export const oneCriterion: LintCheck = {
  id: 'oneCriterion',
  *run(subject) {
    yield
    const counting = countingOf(subject)
    if (counting.length < 2) return []
    const shares = criterionShares(subject)
    return counting.flatMap(({ criterion }) => {
      const share = shares.get(criterion.id) ?? 0
      if (share < most) return []
      const detail = { criterion: criterion.name, share }
      const code = 'lint.oneCriterion' as const
      return [{ code, level: 'warning' as const, detail, about: criterion.id }]
    })
  },
}
