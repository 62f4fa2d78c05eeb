import type { CriteriaGroup } from '../../scheme/scheme.ts'
import type { CriterionFace } from './faces.ts'

/** A group with an enabled criterion; `index` among all groups of the scheme. */
export interface GroupFace {
  readonly index: number
  readonly group: CriteriaGroup
  readonly faces: readonly CriterionFace[]
}
