import type { SheetQuery } from '../../../src/engine/views.ts'
import { openWorkspace, type Workspace } from '../../../src/engine/workspace.ts'
import { memoryStore } from '../../../src/storage/memory.ts'
import { templateText } from './templateText.ts'

export const all: SheetQuery = { sort: null, filters: [], search: '' }
export const today = () => '2026-03-01'

export async function imported(text = templateText, store = memoryStore()): Promise<Workspace> {
  const workspace = openWorkspace({ store, today })
  await workspace.importFile({ kind: 'text', text, name: '客户分级表' })
  return workspace
}

/** Names and tiers as the sheet shows them. */
export async function tiers(workspace: Workspace, query = all): Promise<string[]> {
  const text = await workspace.view('copy', {
    query,
    from: 0,
    to: 1000,
    columns: [await columnNamed(workspace, '客户名称'), '$tier'],
    header: false,
  })
  return text === '' ? [] : text.split('\r\n').map((line) => line.replace('\t', ' '))
}

export async function columnNamed(workspace: Workspace, name: string): Promise<string> {
  const { columns } = await workspace.view('sheet', all)
  const found = columns.find((column) => column.name === name)
  if (!found) throw new Error(`no column ${name}`)
  return found.id
}

export async function criterionNamed(workspace: Workspace, name: string): Promise<string> {
  const { scheme } = await workspace.view('scheme', null)
  const found = scheme.criteria.find((criterion) => criterion.name === name)
  if (!found) throw new Error(`no criterion ${name}`)
  return found.id
}

export const override = (row: number, tier: string | null) =>
  ({
    kind: 'override',
    rows: [row],
    tier,
    reason: '年度框架协议',
    by: '陈经理',
    at: '2026-03-02T09:00:00Z',
    expires: null,
  }) as const
