import { excelFormula } from '../../expression/excel.ts'
import { customersOf } from '../../project/customersOf.ts'
import { columnById } from '../../table/table.ts'
import type { ExportInput } from '../exporter.ts'
import { rowMark } from '../xlsx/xml.ts'
import { givenCell } from './cutoffs.ts'
import { type MainPlaces, valueLetter } from './mainPlaces.ts'
import type { CriteriaRefs } from './place.ts'
import type { WithinFace } from './withinFace.ts'

/** The helper cells of a row. EXACT compares texts as they are, never by wildcard; an empty text is no score. */
export function withinFormulas(
  input: ExportInput,
  face: Extract<WithinFace, { kind: 'live' }>,
  main: MainPlaces,
): { readonly count: string; readonly above: string } {
  const { scheme } = input.document
  const letter = valueLetter(main.letter, face.column.id) ?? ''
  const score = `${main.letter(({ kind }) => kind === 'score') ?? ''}${rowMark}`
  const range = main.rangeOf(face.column.id) ?? ''
  const own = `EXACT(${range},${letter}${rowMark})*ISNUMBER(${main.scores})`
  const graded = (formula: string) => `IF(${score}="","",${formula})`
  const count = graded(`SUMPRODUCT(${own}*1)`)
  if (face.above === 'customers')
    return { count, above: graded(`SUMPRODUCT(${own}*(${main.scores}>${score}))`) }
  const { tiering, valueColumn } = scheme
  const id = (tiering.id === 'valueShare' ? tiering.column : null) ?? valueColumn ?? ''
  const values = main.rangeOf(id)
  const cell = `${valueLetter(main.letter, id) ?? ''}${rowMark}`
  if (values === null) return { count, above: graded('1E9') }
  const held = (x: string) => `SUMPRODUCT(${own}*(${values}>${x}),${values})`
  const x = `IF(ISNUMBER(${cell}),MAX(${cell},0),0)`
  const share = `INT(${held(x)}/${held('0')}*1E9+0.5)`
  return { count, above: graded(`IF(${held('0')}=0,1E9,${share})`) }
}

/** Whether the row's customer is in a tier or a better one. */
export function withinReached(
  input: ExportInput,
  face: Extract<WithinFace, { kind: 'live' }>,
  main: MainPlaces,
  refs: CriteriaRefs,
): (tier: number) => string {
  const cell = (kind: 'withinCount' | 'withinAbove') =>
    `${main.letter((purpose) => purpose.kind === kind) ?? ''}${rowMark}`
  return (tier) =>
    excelFormula(face.reached, (name) => {
      if (name === 'count') return cell('withinCount')
      if (name === 'above') return cell('withinAbove')
      return givenCell(input.document.scheme.tiering, tier, refs)
    })
}

/** What the helper cells hold now. */
export function withinValues(
  input: ExportInput,
  face: Extract<WithinFace, { kind: 'live' }>,
): { readonly count: (row: number) => number | ''; readonly above: (row: number) => number | '' } {
  const { result, document } = input
  const { scheme } = document
  const codes = result.within?.codes ?? new Uint32Array()
  const id =
    (scheme.tiering.id === 'valueShare' ? scheme.tiering.column : null) ?? scheme.valueColumn
  const column = columnById(customersOf(input.document), id ?? '')
  const measure = (row: number): number => {
    const s = result.score[row] ?? NaN
    if (Number.isNaN(s) || face.above === 'customers') return s
    return column?.type === 'number' ? Math.max(0, column.values[row] || 0) : 0
  }
  const members = new Map<number, number[]>()
  for (let i = 0; i < input.rows.length; i++) {
    const row = input.rows[i] ?? 0
    const x = measure(row)
    const code = codes[row] ?? 0
    if (!Number.isNaN(x)) members.set(code, [...(members.get(code) ?? []), x])
  }
  const of = (row: number) => members.get(codes[row] ?? 0) ?? []
  const isGraded = (row: number) => !Number.isNaN(result.score[row] ?? NaN)
  const sum = (list: readonly number[]) => list.reduce((all, x) => all + x, 0)
  return {
    count: (row) => (isGraded(row) ? of(row).length : ''),
    above(row) {
      if (!isGraded(row)) return ''
      const higher = of(row).filter((x) => x > measure(row))
      if (face.above === 'customers') return higher.length
      const total = sum(of(row))
      return total === 0 ? 1e9 : Math.floor((sum(higher) / total) * 1e9 + 0.5)
    },
  }
}
