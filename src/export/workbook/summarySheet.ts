import { customersOf } from '../../project/customersOf.ts'
import type { ExportInput } from '../exporter.ts'
import type { SheetRow, SheetSpec } from '../xlsx/book.ts'
import type { Styles } from '../xlsx/styles.ts'
import { columnName, type SheetCell } from '../xlsx/xml.ts'
import { palette } from './colors.ts'
import type { MainPlaces } from './mainPlaces.ts'
import type { CriteriaRefs } from './place.ts'

/** Count, share and value of each tier, counted from the main sheet by formulas. */
export function summarySheet(
  input: ExportInput,
  main: MainPlaces,
  refs: CriteriaRefs,
  styles: Styles,
  conditions: SheetSpec['conditions'][number]['rules'],
): SheetSpec {
  const { document, words } = input
  const say = words.workbook
  const { tiers, valueColumn } = document.scheme
  const value = customersOf(input.document).columns.find((column) => column.id === valueColumn)
  const valueRange = value ? main.rangeOf(value.id) : null
  const totals = totalsOf(input)
  const first = 4
  const totalRow = first + tiers.length
  const look = {
    title: styles.cell({ bold: true, size: 14 }),
    head: styles.cell({ bold: true, fill: palette.head, border: true, align: 'center' }),
    tier: styles.cell({ bold: true, border: true, align: 'center' }),
    text: styles.cell({ border: true, align: 'center' }),
    count: styles.cell({ border: true, align: 'right', format: '#,##0' }),
    share: styles.cell({ border: true, align: 'right', format: '0.0%' }),
    money: styles.cell({ border: true, align: 'right', format: '#,##0' }),
    total: styles.cell({ bold: true, border: true, fill: palette.head, align: 'center' }),
    totalCount: styles.cell({
      bold: true,
      border: true,
      fill: palette.head,
      align: 'right',
      format: '#,##0',
    }),
    totalShare: styles.cell({
      bold: true,
      border: true,
      fill: palette.head,
      align: 'right',
      format: '0.0%',
    }),
  }
  const row = (cells: readonly SheetCell[], ...looks: readonly number[]): SheetRow => ({
    cells: valueRange ? cells : cells.slice(0, 4),
    styles: looks,
    height: 20,
  })
  const graded = totals.counts.reduce((sum, count) => sum + count, 0)
  const valueSum = totals.values.reduce((sum, each) => sum + each, 0)
  const share = (part: number, whole: number) => (whole === 0 ? 0 : part / whole)
  const ratio = (column: string, at: number) =>
    `IF(${column}$${totalRow}=0,0,${column}${at}/${column}$${totalRow})`

  const rows: SheetRow[] = [
    { cells: [say.summary.title], styles: [look.title], height: 26 },
    {
      cells: [`${say.criteria.asOf} ${document.scheme.asOf}`],
      styles: [styles.cell({ color: palette.quiet })],
      height: 20,
    },
    row(
      [
        say.columns.tier,
        say.criteria.label,
        say.summary.count,
        say.summary.share,
        say.summary.value(value?.name ?? ''),
        say.summary.valueShare,
      ],
      ...Array.from({ length: 6 }, () => look.head),
    ),
    ...tiers.map((tier, index) => {
      const at = first + index
      const name = refs.tierName(index)
      return row(
        [
          { formula: name, value: tier.name },
          tier.label,
          {
            formula: `SUMPRODUCT(--EXACT(${main.final},${name}))`,
            value: totals.counts[index] ?? 0,
          },
          { formula: ratio('C', at), value: share(totals.counts[index] ?? 0, graded) },
          {
            formula: `SUMPRODUCT(--EXACT(${main.final},${name}),${valueRange ?? 'A1'})`,
            value: totals.values[index] ?? 0,
          },
          { formula: ratio('E', at), value: share(totals.values[index] ?? 0, valueSum) },
        ],
        look.tier,
        look.text,
        look.count,
        look.share,
        look.money,
        look.share,
      )
    }),
    row(
      [
        say.summary.total,
        null,
        { formula: `SUM(C${first}:C${totalRow - 1})`, value: graded },
        { formula: ratio('C', totalRow), value: graded === 0 ? 0 : 1 },
        { formula: `SUM(E${first}:E${totalRow - 1})`, value: valueSum },
        { formula: ratio('E', totalRow), value: valueSum === 0 ? 0 : 1 },
      ],
      look.total,
      look.total,
      look.totalCount,
      look.totalShare,
      look.totalCount,
      look.totalShare,
    ),
    row(
      [
        say.summary.ungraded,
        null,
        { formula: `COUNTIF(${main.final},"")`, value: input.rows.length - graded },
        null,
        null,
        null,
      ],
      look.text,
      look.text,
      look.count,
      look.text,
      look.text,
      look.text,
    ),
  ]
  return {
    name: say.sheets.summary,
    widths: [12, 18, 12, 12, 20, 12],
    freeze: null,
    rows,
    rowCount: rows.length,
    merges: [],
    filter: null,
    conditions: [
      { range: `${columnName(0)}${first}:${columnName(0)}${totalRow - 1}`, rules: conditions },
    ],
    validations: [],
    titleRows: 0,
    landscape: false,
    onePage: true,
  }
}

/** Counts and value sums of the customers in this file, which may be fewer than were graded. */
function totalsOf(input: ExportInput): { counts: number[]; values: number[] } {
  const { document, result, rows } = input
  const { tiers, valueColumn } = document.scheme
  const counts = tiers.map(() => 0)
  const values = tiers.map(() => 0)
  const column = customersOf(input.document).columns.find((each) => each.id === valueColumn)
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i] ?? 0
    const tier = result.final[row] ?? 255
    if (tier >= tiers.length) continue
    counts[tier] = (counts[tier] ?? 0) + 1
    const value = column?.type === 'number' ? (column.values[row] ?? NaN) : NaN
    if (!Number.isNaN(value)) values[tier] = (values[tier] ?? 0) + value
  }
  return { counts, values }
}
