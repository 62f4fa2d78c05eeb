import type { Issue } from '../../core/issue.ts'
import type { Scheme } from '../../scheme/scheme.ts'

const levels: Readonly<Record<Issue['level'], number>> = { error: 0, warning: 1, info: 2 }
/** Of the grade itself; what keeps it from being made at all is said above the page. */
const ofScheme = /^(criterion|tiering|rule|lint)\./

/** Everything that is to be said of the scheme, each once, the gravest first. */
export function schemeDoubts(graded: readonly Issue[], found: readonly Issue[]): readonly Issue[] {
  const said = graded.filter(
    ({ code, level }) => ofScheme.test(code) || (code.startsWith('scheme.') && level !== 'error'),
  )
  const constant = new Set(
    said.filter(({ code }) => code === 'criterion.constant').map(({ about }) => about),
  )
  const more = found.filter(
    ({ code, about }) => code !== 'lint.movesNobody' || !constant.has(about), // who is all alike moves nobody
  )
  return [...said, ...more].sort((a, b) => levels[a.level] - levels[b.level])
}

/** What an issue is about, where the form has a place for it. */
export function placeOf(
  { about }: Issue,
  { criteria, tiers }: Pick<Scheme, 'criteria' | 'tiers'>,
): { readonly kind: 'criterion' | 'tier'; readonly id: string; readonly name: string } | null {
  const criterion = criteria.find(({ id }) => id === about)
  if (criterion) return { kind: 'criterion', id: criterion.id, name: criterion.name }
  const tier = tiers.find(({ id }) => id === about)
  return tier ? { kind: 'tier', id: tier.id, name: tier.name } : null
}
