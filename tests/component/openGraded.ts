import { vi } from 'vitest'
import { cleanup, render } from 'vitest-browser-svelte/pure'
import { page } from 'vitest/browser'
import type { EngineClient } from '../../src/engine/protocol.ts'
import { openWorkspace } from '../../src/engine/workspace.ts'
import { App } from '../../src/state/app.svelte.ts'
import '../../src/styles/components.css'
import '../../src/styles/tokens.css'
import Root from '../../src/ui/App.svelte'

/** The template table of the field, as people paste it. */
export const templateTable = `客户基本信息 | 分级指标 | 分级结果 | 备注 | | |
---|---|---|---|---|---|---|
客户名称 | 联系方式 | 购买频率 | 单次消费金额 | 客户生命周期价值 | 等级 | 备注 |
张三 | 138xxxxxx | 每月一次 | 500元 | 5000元 | A级 | 长期稳定客户 |
李四 | 139xxxxxx | 每季度一次 | 3000元 | 30000元 | B级 | 高价值客户 |
王五 | 137xxxxxx | 半年一次 | 1000元 | 2000元 | C级 | 新客户 |
`

export interface Graded {
  readonly app: App
  readonly unmount: () => void
  /** Takes back all that was done since, for the next test on the same page. */
  readonly undoAll: () => Promise<void>
}

/**
 * The whole page over the real engine, in the page's own thread, with this table imported; the grade place is open. It
 * stands until the next one is opened, so that tests may share it (`beforeAll`).
 */
export async function openGraded(
  text: string = templateTable,
  query = 'lang=zh',
  size: readonly [number, number] = [1440, 900],
): Promise<Graded> {
  cleanup()
  if (innerWidth !== size[0] || innerHeight !== size[1]) await page.viewport(...size)
  localStorage.clear()
  history.replaceState(null, '', location.pathname + location.search)
  const workspace = openWorkspace({ today: () => '2026-11-21' })
  const client: EngineClient = {
    call: (name, args) => workspace.call(name, args),
    view: (name, args) => workspace.view(name, args),
    on: (listener) => workspace.on(listener),
  }
  await workspace.importFile({ kind: 'text', text, name: '客户名单' })
  const app = await App.open(client, new URLSearchParams(query), [])
  const screen = await render(Root, { app })
  await app.load('')
  await app.project.show()
  app.places.go({ kind: 'project', place: 'grade' })
  await vi.waitFor(() => one('tier-card-A'), 20_000) // the first time its chunk is compiled
  const undoAll = async () => {
    while ((await workspace.view('project', null))?.undo) await workspace.call('undo', null)
  }
  return { app, unmount: () => void screen.unmount(), undoAll }
}

export const one = (testId: string): HTMLElement => {
  const found = document.querySelector<HTMLElement>(`[data-testid="${testId}"]`)
  if (!found) throw new Error(`nothing is marked ${testId}`)
  return found
}

/** Tier letters in the sheet, top to bottom. */
export const tiersShown = () =>
  [...document.querySelectorAll<HTMLElement>('[role="gridcell"][data-tier]')]
    .filter((cell) => cell.checkVisibility())
    .map((cell) => cell.dataset['tier'])

/** A value written into a range input the way a drag does. */
export function dragTo(testId: string, value: number): void {
  const input = one(testId) as HTMLInputElement
  input.value = String(value)
  input.dispatchEvent(new Event('input', { bubbles: true }))
}
export function letGo(testId: string): void {
  one(testId).dispatchEvent(new Event('change', { bubbles: true }))
}
