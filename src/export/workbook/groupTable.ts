import { groupsOf, sharesOfCriteria } from '../../scheme/groups.ts'
import { aggregations } from '../../scheme/aggregation/index.ts'
import type { ExportInput } from '../exporter.ts'
import { columnName, fixed } from '../xlsx/xml.ts'
import type { CellGrid } from './cellGrid.ts'
import type { CriteriaLooks } from './criteriaLooks.ts'
import type { CriterionFace } from './faces.ts'
import { type GroupFace, groupFaces } from './groupFaces.ts'
import { type CriteriaPlaces, rowOf } from './place.ts'

/** Groups on the criteria sheet: their names over the criteria, and a table of weights, shares and caps. */
export function putGroups(
  grid: CellGrid,
  input: ExportInput,
  faces: readonly CriterionFace[],
  { groups: places }: CriteriaPlaces,
  look: CriteriaLooks,
): void {
  if (places === null) return
  const { scheme } = input.document
  const say = input.words.groups.book
  const own = groupFaces(input, faces)
  const groups = groupsOf(scheme)
  const { caps } = aggregations.get(scheme.aggregation.id)
  const rowAt = (at: number) => places.first + at
  const totalRow = rowAt(groups.length)
  const counts = (at: number) => counted(own, at, rowAt(at))

  grid.put(0, rowOf.groups, say.group, look.head)
  for (const { index, group, faces: members } of own)
    for (const face of members)
      grid.put(
        face.index + 1,
        rowOf.groups,
        { formula: fixed(0, rowAt(index)), value: group.name },
        look.text,
      )

  grid.put(0, places.title, say.title, look.strong)
  const heads = [say.group, say.weight, say.share, ...(caps ? [say.cap] : [])]
  for (const [column, head] of heads.entries())
    grid.put(column, places.title + 1, head, look.headCenter)
  const shares = sharesOfCriteria(
    scheme,
    faces.map(({ criterion }) => criterion),
  )
  const shareOf = (at: number) =>
    own
      .filter(({ index }) => index === at)
      .flatMap((each) => each.faces)
      .reduce((sum, { index }) => sum + (shares[index] ?? 0), 0)
  for (const [at, { name, weight, cap }] of groups.entries()) {
    const row = rowAt(at)
    grid.put(0, row, name, look.text)
    grid.put(1, row, weight, look.input)
    const share = `IF(${fixed(1, totalRow)}=0,0,${counts(at)}/${fixed(1, totalRow)})`
    grid.put(2, row, { formula: share, value: shareOf(at) }, look.share)
    if (caps) grid.put(3, row, cap, look.input)
  }
  const whole = own.reduce(
    (sum, { faces: members, group }) =>
      sum + (members.some(({ criterion }) => criterion.weight > 0) ? group.weight : 0),
    0,
  )
  grid.put(0, totalRow, say.counted, look.text)
  const sum = own.length === 0 ? '0' : own.map(({ index }) => counts(index)).join('+')
  grid.put(1, totalRow, { formula: sum, value: whole }, look.number)

  for (const { index, faces: members } of own)
    for (const face of members) {
      const total = weightsOf(members)
      const formula = `IF(${total}=0,0,${fixed(2, rowAt(index))}*${letter(face)}${rowOf.weights}/${total})`
      grid.put(
        face.index + 1,
        rowOf.shares,
        { formula, value: shares[face.index] ?? 0 },
        look.share,
      )
    }
}

const letter = ({ index }: CriterionFace) => columnName(index + 1)
const weightsOf = (members: readonly CriterionFace[]) =>
  `(${members.map((face) => `${letter(face)}${rowOf.weights}`).join('+')})`

/** The group's weight where its criteria have any. */
function counted(groups: readonly GroupFace[], at: number, row: number): string {
  const own = groups.find(({ index }) => index === at)
  return own ? `IF(${weightsOf(own.faces)}>0,${fixed(1, row)},0)` : '0'
}
