import { groupOf, groupsOf } from '../../scheme/groups.ts'
import type { CriteriaGroup } from '../../scheme/scheme.ts'
import type { ExportInput } from '../exporter.ts'
import type { CriterionFace } from './faces.ts'

/** A group with an enabled criterion; `index` among all groups of the scheme. */
export interface GroupFace {
  readonly index: number
  readonly group: CriteriaGroup
  readonly faces: readonly CriterionFace[]
}

/** Empty for a scheme without groups. */
export function groupFaces(
  { document }: ExportInput,
  faces: readonly CriterionFace[],
): readonly GroupFace[] {
  const { scheme } = document
  return groupsOf(scheme).flatMap((group, index) => {
    const own = faces.filter(({ criterion }) => groupOf(scheme, criterion).group === index)
    return own.length === 0 ? [] : [{ index, group, faces: own }]
  })
}
