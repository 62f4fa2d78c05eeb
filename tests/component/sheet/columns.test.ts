import { expect, test, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { one, openGraded } from '../openGraded.ts'

const titles = () =>
  [...document.querySelectorAll('.grid-title')]
    .sort((a, b) => Number(a.ariaColIndex) - Number(b.ariaColIndex))
    .map((title) => title.querySelector('.cut')?.textContent)
const header = (name: string) => page.getByRole('columnheader', { name })
const choose = async (column: string, item: string | RegExp) => {
  await header(column).click({ button: 'right' })
  await page.getByRole('menuitem', { name: item }).click()
}

test(
  'a column is hidden, moved and shown again, and undone as any edit',
  { timeout: 40_000 },
  async () => {
    const { app } = await openGraded()
    await vi.waitFor(() => expect(titles()[1]).toBe('联系方式'))
    await choose('联系方式', '隐藏这一列')
    await vi.waitFor(() => expect(titles()).not.toContain('联系方式'))
    const before = titles()
    const last = before.indexOf('购买频率')
    await header('购买频率').click()
    await userEvent.keyboard('{Control>}{Alt>}{Shift>}{ArrowRight}{/Shift}{/Alt}{/Control}')
    await vi.waitFor(() => expect(titles()[last + 1]).toBe('购买频率'))
    // as the grid itself undoes it
    await userEvent.keyboard('{Control>}z{/Control}')
    await vi.waitFor(() => expect(titles()).toEqual(before))
    await vi.waitFor(() => expect(one('undo').title).toBe('撤销：隐藏或显示列 (Ctrl Z)'))
    await userEvent.keyboard('{Control>}y{/Control}')
    await vi.waitFor(() => expect(titles()[last + 1]).toBe('购买频率'))
    expect(app.sheet.columns.isHidden(app.sheet.columns.all[1]?.column.id ?? '')).toBe(true)
    app.sheet.dialog = 'columns' // completeness is not shown unless it is asked for
    expect(titles()).not.toContain('数据完整度')
    await page.getByRole('checkbox', { name: '数据完整度' }).click()
    await page.getByRole('checkbox', { name: '联系方式' }).click()
    await userEvent.keyboard('{Escape}')
    await vi.waitFor(() => expect(titles()).toContain('联系方式'))
    expect(titles()).toContain('数据完整度')
    await vi.waitFor(() => expect(titles()[last + 2]).toBe('购买频率'))
  },
)

test('the header of a selected column is dragged to another place; Ctrl Alt Shift and an arrow do the same', async () => {
  await openGraded()
  await vi.waitFor(() => expect(titles()[1]).toBe('联系方式'))
  const [from, to] = [header('购买频率').element(), header('联系方式').element()]
  const grid = one('sheet')
  const at = (element: Element, share: number) => {
    const box = element.getBoundingClientRect()
    return { clientX: box.left + box.width * share, clientY: box.top + box.height / 2 }
  }
  const send = (type: string, target: Element, place: { clientX: number; clientY: number }) =>
    target.dispatchEvent(
      new PointerEvent(type, { ...place, bubbles: true, button: 0, buttons: 1, pointerId: 1 }),
    )
  vi.spyOn(grid, 'setPointerCapture').mockImplementation(() => {})
  send('pointerdown', from, at(from, 0.5)) // selects it
  send('pointerup', grid, at(from, 0.5))
  send('pointerdown', from, at(from, 0.5))
  send('pointermove', grid, at(from, 0.3))
  send('pointermove', grid, at(to, 0.2))
  expect(document.querySelector<HTMLElement>('.grid-drop')?.hidden).toBe(false)
  send('pointerup', grid, at(to, 0.2))
  await vi.waitFor(() => expect(titles().slice(0, 3)).toEqual(['客户名称', '购买频率', '联系方式']))
  await userEvent.keyboard('{Control>}{Alt>}{Shift>}{ArrowRight}{/Shift}{/Alt}{/Control}')
  await vi.waitFor(() => expect(titles().slice(0, 3)).toEqual(['客户名称', '联系方式', '购买频率']))
})

test('a column gets another name and another type from its menu; undo gives them back', async () => {
  const { app } = await openGraded()
  await choose('联系方式', '改列名和类型…')
  await page.getByTestId('column-name').fill('电话')
  await page.getByRole('combobox', { name: '类型' }).selectOptions('文本')
  await page.getByRole('button', { name: '确定' }).click()
  await vi.waitFor(() => expect(titles()).toContain('电话'))
  const column = app.sheet.pages.view?.columns.find(({ name }) => name === '电话')
  expect(column?.reading).toBe('text')
  await app.project.undo()
  await vi.waitFor(() => expect(titles()).toContain('联系方式'))
})

test(
  'all columns become as wide as what they show, selected ones together; each time one undo takes it back',
  { timeout: 40_000 },
  async () => {
    const { app } = await openGraded(`客户名称,备注,金额
张三,${'很长的备注'.repeat(6)},1
李四,短,2
`)
    const widthOf = (title: string) =>
      app.sheet.columns.grid.find((column) => column.title === title)?.width ?? 0
    const widths = () => ['客户名称', '金额', '备注'].map(widthOf)
    const [name = 0, amount = 0, note = 0] = widths()
    const undone = async () => {
      await vi.waitFor(() => expect(one('undo').title).toBe('撤销：调列宽 (Ctrl Z)'))
      await app.project.undo()
      await vi.waitFor(() => expect(widths()).toEqual([name, amount, note]))
    }
    app.sheet.grid?.fitAll()
    // thirty characters of 13 px
    await vi.waitFor(() => expect(widthOf('备注')).toBeGreaterThan(Math.max(note, 380)))
    await undone()

    await header('客户名称').click({ position: { x: 14, y: 12 } }) // on its words
    await header('金额').click({ modifiers: ['Shift'], position: { x: 56, y: 12 } })
    expect(app.sheet.range).toMatchObject({ top: 0, left: 0, bottom: 1, right: 1 })
    const grip = header('金额').element().querySelector('.grid-grip') as HTMLElement
    const { x, y } = grip.getBoundingClientRect()
    const send = (type: string, target: Element, by: number) =>
      target.dispatchEvent(
        new PointerEvent(type, { clientX: x + 2 + by, clientY: y + 4, bubbles: true, buttons: 1 }),
      )
    vi.spyOn(one('sheet'), 'setPointerCapture').mockImplementation(() => {})
    send('pointerdown', grip, 0)
    for (const by of [20, 40, 60]) send('pointermove', one('sheet'), by)
    send('pointerup', one('sheet'), 60)
    await vi.waitFor(() => expect(widths()).toEqual([amount + 60, amount + 60, note]))
    await undone()
    await page.elementLocator(grip).dblClick()
    await vi.waitFor(() => expect(widths()[1]).not.toBe(amount))
    expect(widths()[0]).not.toBe(name)
    await undone()
  },
)
