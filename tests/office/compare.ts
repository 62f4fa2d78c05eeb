import { expect } from 'vitest'
import { openWorkspace, type Workspace } from '../../src/engine/workspace.ts'
import { recalculate } from './libreoffice.ts'

/**
 * LibreOffice recalculates exported workbooks from their formulas alone (cached values are taken out first) and must give
 * the app's own score within one snap step, the same tier and the same completeness in every row (spec/grading.md).
 */
export const tolerance = 1.5e-9

export async function exported(workspace: Workspace, details = false): Promise<Uint8Array> {
  const file = await workspace.exportFile({
    exporter: 'workbook',
    language: 'zh',
    fileName: 'x.xlsx',
    rows: 'all',
    query: null,
    options: { details, maskPhones: false, maskIdentities: true, guardFormulas: true },
  })
  return Buffer.concat(file.parts)
}

/** Score, tier and completeness of every customer as the app has them, in sheet order. */
export async function graded(workspace: Workspace) {
  const query = { sort: null, filters: [], search: '' }
  const { rowCount, columns } = await workspace.view('sheet', query)
  const { scheme } = await workspace.view('scheme', null)
  const rows: { score: number; tier: string; completeness: number }[] = []
  for (let from = 0; from < rowCount; from += 100) {
    const page = await workspace.view('window', { query, from, to: Math.min(rowCount, from + 100) })
    const shares = page.cells[columns.findIndex(({ id }) => id === '$completeness')]?.texts ?? []
    page.scores.forEach((score, at) =>
      rows.push({
        score,
        tier: scheme.tiers[page.tiers[at] ?? -1]?.name ?? '',
        completeness: Number.parseFloat(shares[at] ?? '') / 100,
      }),
    )
  }
  return rows
}

/** `sheet`: recalculated already. */
export async function compare(
  workspace: Workspace,
  sheet?: readonly (readonly string[])[],
): Promise<void> {
  sheet ??= await recalculate(await exported(workspace))
  const heads = sheet[1] ?? []
  const [score, tier] = [heads.indexOf('得分'), heads.indexOf('等级')]
  const completeness = heads.indexOf('数据完整度')
  const toNext = heads.indexOf('距上一级差距')
  const app = await graded(workspace)
  const { cutoffs } = await workspace.view('summary', null)
  expect(toNext >= 0 || cutoffs.length === 0).toBe(true)
  const wrong = app.flatMap((row, at) => {
    const cells = sheet[at + 2] ?? []
    const calculated = cells[score] === '' ? NaN : Number(cells[score])
    const same =
      Number.isNaN(row.score) === Number.isNaN(calculated) &&
      !(Math.abs(row.score - calculated) > tolerance) &&
      cells[tier] === row.tier &&
      (cutoffs.length === 0 || near(cells[toNext], lacking(row.score, cutoffs))) &&
      Math.abs(row.completeness - share(cells[completeness])) <= 0.0005 + tolerance // shown to 0.1 %
    const office = [cells[score], cells[tier], cells[completeness], cells[toNext]]
    return same ? [] : [{ row: at + 3, app: row, office }]
  })
  expect(app.length).toBeGreaterThan(0)
  expect(wrong.slice(0, 5)).toEqual([])
}

/** Points up to the nearest line above, by the definition; NaN = there is none. */
function lacking(score: number, cutoffs: readonly number[]): number {
  const above = cutoffs.filter((line) => line > score && line <= 100)
  return above.length === 0 ? NaN : Math.min(...above) - score
}

const near = (text = '', value: number) =>
  Number.isNaN(value) ? text === '' : Math.abs(Number(text) - value) <= 2 * tolerance

/** LibreOffice writes cells shown as shares so: 66.6666666666667%. */
const share = (text = '') => (/^[\d.]+%$/.test(text) ? Number.parseFloat(text) / 100 : NaN)

export async function imported(text: string, name = '客户.csv'): Promise<Workspace> {
  const workspace = openWorkspace({ today: () => '2026-11-21' })
  await workspace.importFile({ kind: 'text', text, name })
  return workspace
}
