import { excelFormula } from '../../expression/excel.ts'
import {
  add,
  choose,
  compare,
  divide,
  type Expression,
  isMissing,
  number,
  reference,
  text,
} from '../../expression/expression.ts'
import { renamed } from '../../expression/rename.ts'
import type { WorkbookTerm } from '../../scheme/aggregation/aggregation.ts'
import { gradedScore } from '../../scheme/aggregation/graded.ts'
import { aggregations } from '../../scheme/aggregation/index.ts'
import type { ExportInput } from '../exporter.ts'
import { type RowFormula, rowFormula, rowMark } from '../xlsx/xml.ts'
import type { CriterionFace } from './faces.ts'
import { groupFaces } from './groupFaces.ts'
import { groupCell, groupMark, groupName, workbookGroups } from './groups.ts'
import { firstRow, type MainPlaces, preparedLetter, valueLetter } from './mainPlaces.ts'
import type { CriteriaRefs } from './place.ts'
import { bonusExpression, cellMark } from './rules.ts'
import { computedTier, finalTier, ruleName } from './tiers.ts'
import { toNextFormula } from './toNext.ts'
import { withinFormulas } from './within.ts'
import { withinFace } from './withinFace.ts'

/** The live cells of a customer's row; only the row number differs. */
export interface RowFormulas {
  readonly score: RowFormula
  readonly computed: RowFormula | null // null = the tiers stand as values
  readonly toNext: RowFormula | null // null = the points stand as values
  readonly final: RowFormula
  readonly completeness: RowFormula
  points(criterion: number): RowFormula
  prepared(criterion: number): RowFormula
  utility(criterion: number): RowFormula
  group(group: number): RowFormula
  /** Null = tiers are not drawn live within a column. */
  readonly within: { readonly count: RowFormula; readonly above: RowFormula } | null
}

export function rowFormulas(
  input: ExportInput,
  faces: readonly CriterionFace[],
  main: MainPlaces,
  refs: CriteriaRefs,
): RowFormulas {
  const part = aggregations.get(input.document.scheme.aggregation.id)
  const terms = faces.map((face) => termOf(face, main))
  const score = main.letter(({ kind }) => kind === 'score') ?? ''

  const resolve = (name: string): string => {
    if (name.startsWith(cellMark)) return ruleName(name, input, main, refs)
    if (name === 'asOf') return refs.asOf
    if (name.startsWith(groupMark)) return groupName(name, main, refs)
    const [place = '', inner = ''] = name.split(':')
    const face = faces[Number(place)]
    if (!face) return `${score}${rowMark}`
    return cellOf(face, inner, main, refs)
  }
  const print = (expression: Expression) => rowFormula(excelFormula(expression, resolve))
  const ownGroups = groupFaces(input, faces)
  const groups = workbookGroups(ownGroups, terms, part)
  const grouped = groups.length > 0
  const counted = grouped
    ? terms.map((term, at) => ({ ...term, weight: reference(`${at}:share`) }))
    : terms
  const aggregated =
    terms.length === 0 ? text('') : grouped ? part.workbookGroups(groups) : part.workbook(terms)
  const bonus = bonusExpression(input)
  // points are of the score before bonus, which stands in no cell of its own
  const before = bonus === null ? reference('score') : aggregated
  const points = terms.map((_, at) =>
    print(
      choose(
        compare('=', reference('score'), text('')),
        text(''),
        grouped ? pointsInGroup(at) : part.workbookPoints(terms, at, before),
      ),
    ),
  )
  const face = withinFace(input)
  const within = face?.kind === 'live' ? withinFormulas(input, face, main) : null
  return {
    score: print(gradedScore(counted, aggregated, bonus)),
    computed: computedTier(input, main, refs),
    toNext: toNextFormula(input, main, refs),
    final: finalTier(input, main, refs),
    completeness: print(completenessOf(counted)),
    points: (criterion) => points[criterion] ?? nothing,
    prepared: (criterion) => print(preparedCell(faces, criterion)),
    utility: (criterion) => print(utilityCell(faces, criterion)),
    group: (group) => print(groupCell(groups, ownGroups, group, part)),
    within: within && { count: rowFormula(within.count), above: rowFormula(within.above) },
  }

  function pointsInGroup(criterion: number): Expression {
    const place = ownGroups.findIndex((face) => face.faces.some(({ index }) => index === criterion))
    const at = ownGroups[place]?.faces.findIndex(({ index }) => index === criterion) ?? -1
    return part.workbookGroupPoints(groups, place, at, before)
  }
}

/** Present weight ÷ total weight (spec/grading.md §2). */
function completenessOf(terms: readonly WorkbookTerm[]): Expression {
  const total = add(...terms.map(({ weight }) => weight))
  const present = add(...terms.map(({ missing, weight }) => choose(missing, number(0), weight)))
  return choose(compare('>', total, number(0)), divide(present, total), number(0))
}

const nothing = rowFormula('""')

/** Empty where the source's cell holds no number: those are not ranked or counted. */
function preparedCell(faces: readonly CriterionFace[], at: number): Expression {
  const prepared = faces[at]?.prepared?.value
  if (!prepared) return text('')
  const named = (name: string) => `${at}:${name === 'x' ? 'source·cell' : name}`
  const source = reference(named('x'))
  return choose(isMissing(source, 'number'), text(''), renamed(prepared, named))
}

function utilityCell(faces: readonly CriterionFace[], at: number): Expression {
  const face = faces[at]
  if (!face?.utility) return text('')
  const named = (name: string) => `${at}:${name}`
  const missing = isMissing(reference(named('x')), face.reads === 'numbers' ? 'number' : 'text')
  return choose(missing, text(''), renamed(face.utility, named))
}

/** A criterion as the aggregation's formula takes it; its names carry its index, since all stand in one formula. */
function termOf(face: CriterionFace, main: MainPlaces): WorkbookTerm {
  const { criterion, column, index, reads } = face
  const named = (name: string) => `${index}:${name}`
  const here = column !== null && valueLetter(main.letter, column.id) !== null
  const policy = criterion.missing.id
  const fills = policy === 'fixed' || (policy === 'median' && face.presentCount > 0)
  return {
    missing: here
      ? isMissing(reference(named('x')), reads === 'numbers' ? 'number' : 'text')
      : compare('=', number(0), number(0)),
    utility:
      face.utility && !face.apart
        ? renamed(face.utility, named)
        : here
          ? reference(named('utility·fixed'))
          : number(0),
    filled: fills ? reference(named('filled')) : null,
    weight: reference(named('weight')),
    // without a single value it would take the grade from everybody: the app only reports it
    required: policy === 'ungraded' && face.presentCount > 0,
  }
}

function cellOf(face: CriterionFace, name: string, main: MainPlaces, refs: CriteriaRefs): string {
  const letter = face.column ? valueLetter(main.letter, face.column.id) : null
  const scored = preparedLetter(main.letter, face.index) ?? letter
  const column = (at: string | null) => `$${at ?? ''}$${firstRow}:$${at ?? ''}$${main.lastRow}`
  switch (name) {
    case 'x':
      return `${scored ?? ''}${rowMark}`
    case 'source·cell':
      return `${letter ?? ''}${rowMark}`
    case 'column':
      return column(scored)
    case 'source':
      return column(letter)
    case 'asOf':
      return refs.asOf
    case 'weight':
      return refs.weight(face.index)
    case 'share':
      return refs.share(face.index)
    case 'filled':
      return refs.filled(face.index)
    case 'utility·fixed': {
      const fixed = main.letter(
        (purpose) => purpose.kind === 'utility' && purpose.criterion === face.index,
      )
      return `${fixed ?? ''}${rowMark}`
    }
    default:
      return refs.parameter(face, name)
  }
}
