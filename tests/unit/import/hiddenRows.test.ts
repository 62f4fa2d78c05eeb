import { describe, expect, test } from 'vitest'
import { issueCodes, opened, planOf } from './sources.ts'
import { relations, worksheet, xlsxFile } from './xlsxFile.ts'

describe('rows that are not on show', () => {
  const row = (number: number, hidden: boolean) =>
    `<row r="${number}"${hidden ? ' hidden="1"' : ''}><c><v>${number}</v></c><c><v>0</v></c></row>`
  const rows = [1, 2, 3, 4, 5, 6].map((number) => row(number, [3, 4, 6].includes(number))).join('')
  const filter = '<filterColumn colId="0"><filters><filter val="2"/></filters></filterColumn>'

  test('18.3.1.2: those that a filter leaves out are told apart from those hidden by hand', async () => {
    const after = `<autoFilter ref="A1:B5">${filter}</autoFilter>`
    const plan = await planOf(await opened(xlsxFile(worksheet(rows, after))))
    const issue = (code: string) => plan.issues.find((each) => each.code === code)?.detail['count']
    expect([issue('sheet.filteredRows'), issue('sheet.hiddenRows')]).toEqual([2, 1])
    expect(plan.rowCount).toBe(6) // all are taken
  })

  test('18.5.1.2: the filter of a table inside the sheet, too', async () => {
    const plan = await planOf(
      await opened(
        xlsxFile(worksheet(rows), {
          'xl/worksheets/_rels/sheet1.xml.rels': relations([['r', 'table', '../tables/t.xml']]),
          'xl/tables/t.xml': `<table ref="A1:B6"><autoFilter ref="A1:B6">${filter}</autoFilter></table>`,
        }),
      ),
    )
    expect(plan.issues.find(({ code }) => code === 'sheet.filteredRows')?.detail['count']).toBe(3)
  })

  test('a filter without a condition hides nothing', async () => {
    const plan = await planOf(await opened(xlsxFile(worksheet(rows, '<autoFilter ref="A1:B6"/>'))))
    expect(issueCodes(plan)).not.toContain('sheet.filteredRows')
    expect(plan.issues.find(({ code }) => code === 'sheet.hiddenRows')?.detail['count']).toBe(3)
  })
})
