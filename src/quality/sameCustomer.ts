/** How two names stand to each other. `firm`: the same but for legal form, look-alike letters or old characters. */
export type NameRelation = 'name' | 'firm' | 'near' | 'none' | 'unknown'

/** 1 the same, −1 another, 0 where one of them is empty. */
export type Relation = 1 | 0 | -1

export interface PairFacts {
  readonly name: NameRelation
  readonly key: Relation
  readonly phone: Relation
  readonly email: Relation
  /** Region, industry, channel …: −1 where one differs, 1 where none does and one is the same. */
  readonly groups: Relation
  /** Amounts, counts and dates: 1 where at least three are filled on both sides and all are the same. */
  readonly measures: Relation
  /** Both are firms by their names. Two firms hardly share a whole name; two people often do. */
  readonly areFirms: boolean
}

/**
 * Whether two rows are one customer: surely, likely, or not to be suggested (null).
 * The same number, phone or e-mail counts with a name that agrees. By the name alone a firm is one unless number and
 * contact speak against it; people are one only where nothing does. The same name with the same figures throughout is
 * likely entered twice, whatever its number. Different names are never one.
 */
export function sameCustomer(facts: PairFacts): 'certain' | 'likely' | null {
  const { name, key, phone, email, groups, measures, areFirms } = facts
  if (name === 'none') return null
  const isSame = name === 'name' || name === 'firm'
  if (key > 0) return isSame || name === 'unknown' ? 'certain' : 'likely'
  if (phone > 0 || email > 0) return isSame && key === 0 ? 'certain' : 'likely'
  if (name === 'unknown') return null
  const against = Number(key < 0) + Number(phone < 0) + Number(email < 0)
  if (name === 'near') return areFirms && against === 0 && groups >= 0 ? 'likely' : null
  if (measures > 0 && groups >= 0 && against > 0) return 'likely'
  if (against > 1 || (against > 0 && groups < 0)) return null
  if (areFirms) return name === 'name' && against === 0 && groups >= 0 ? 'certain' : 'likely'
  return groups >= 0 && (against === 0 || name === 'firm') ? 'likely' : null
}
