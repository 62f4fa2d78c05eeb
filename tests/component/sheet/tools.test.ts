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

test('a column is copied by the menu of its header; after Ctrl A all rows can be deleted', async () => {
  const { app } = await openGraded()
  await vi.waitFor(() => expect(titles()[1]).toBe('联系方式'))
  const texts = (title: string) => {
    const at = app.sheet.pages.view?.columns.findIndex(({ name }) => name === title) ?? -1
    return app.sheet.pages.at(0)?.window.cells[at]?.texts
  }
  // the press in the header opens the menu without selecting the column
  const more = header('客户名称').element().querySelector<HTMLElement>('.grid-more')
  more?.click()
  await page.getByRole('menuitem', { name: /^复制/ }).click()
  await vi.waitFor(() =>
    expect(app.sheet.range).toMatchObject({ top: 0, bottom: 2, left: 0, right: 0 }),
  )
  await header('联系方式').click({ position: { x: 12, y: 10 } }) // beside the sign that sorts
  await userEvent.keyboard('{Control>}v{/Control}')
  await vi.waitFor(() => expect(texts('联系方式')).toEqual(['张三', '李四', '王五']))

  await userEvent.keyboard('{Control>}a{/Control}')
  await page.getByRole('gridcell', { name: '每季度一次' }).click({ button: 'right' })
  await page.getByRole('menuitem', { name: '删除 3 行' }).click()
  await vi.waitFor(() => expect(app.sheet.rowCount).toBe(0))
  await expect.element(page.getByText('已删除 3 行')).toBeVisible()
  await app.project.undo()
  await vi.waitFor(() => expect(app.sheet.rowCount).toBe(3))
})

test(
  'columns are inserted, copied and deleted beside each other, and undo gives back what went',
  { timeout: 40_000 },
  async () => {
    const { app } = await openGraded()
    await vi.waitFor(() => expect(titles()[1]).toBe('联系方式'))
    await choose('联系方式', '在右边插入列…')
    await page.getByTestId('column-name').fill('负责人')
    await page.getByRole('button', { name: '插入', exact: true }).click()
    await vi.waitFor(() => expect(titles().slice(0, 3)).toEqual(['客户名称', '联系方式', '负责人']))
    await choose('单次消费金额', '添加这一列的副本')
    await vi.waitFor(() => {
      const at = titles().indexOf('单次消费金额')
      expect(titles()[at + 1]).toBe('单次消费金额 副本')
    })
    // a criterion goes with its column, and is named
    await choose('购买频率', '删除这一列')
    await expect
      .element(page.getByText('已删除列“购买频率”；用它的指标“购买频率”一并移除'))
      .toBeVisible()
    await vi.waitFor(() => expect(titles()).not.toContain('购买频率'))
    await app.project.undo()
    await vi.waitFor(() => expect(titles()).toContain('购买频率'))

    // frozen up to here, for this project
    await choose('负责人', '冻结到这一列')
    await vi.waitFor(() =>
      expect(app.sheet.columns.grid.map(({ frozen }) => frozen).slice(0, 4)).toEqual([
        true,
        true,
        true,
        false,
      ]),
    )
    expect(app.sheet.columns.frozenCount).toBe(3)
    await choose('负责人', '取消冻结')
    await vi.waitFor(() => expect(app.sheet.columns.frozenCount).toBe(0))

    // a header of its own above
    await choose('负责人', '列上面的标题…')
    await page.getByTestId('group-name').fill('跟进')
    await page.getByRole('button', { name: '确定' }).click()
    await vi.waitFor(() =>
      expect(document.querySelector('.grid-groups')?.textContent).toContain('跟进'),
    )

    // another type is tried before it is taken
    await header('联系方式').dblClick({ position: { x: 14, y: 12 } }) // on its words
    await page.getByRole('combobox', { name: '类型' }).selectOptions('number')
    await vi.waitFor(() => expect(one('retype-preview').dataset['failed']).toBe('3'))
    await expect.element(page.getByTestId('retype-preview')).toHaveTextContent('138xxxxxx × 1')
  },
)

test('the row of totals is chosen column by column; several columns are sorted by in a form', async () => {
  const { app } = await openGraded()
  const total = (name: string) => {
    const at = titles().indexOf(name)
    return document.querySelector<HTMLElement>(`.grid-total[aria-colindex="${String(at + 1)}"]`)
  }
  app.sheet.columns.showTotals(true)
  // 500 + 3000 + 1000
  await vi.waitFor(() => expect(total('单次消费金额')?.textContent).toBe('合计 4,500'))
  total('单次消费金额')?.click()
  await page.getByRole('menuitemradio', { name: '平均值' }).click()
  await vi.waitFor(() => expect(total('单次消费金额')?.textContent).toBe('平均 1,500'))

  app.sheet.dialog = 'sorts'
  await expect.element(page.getByTestId('sort-dialog')).toBeVisible()
  await page.getByRole('combobox', { name: '先按' }).selectOptions('单次消费金额')
  await page.getByRole('combobox', { name: '次序 单次消费金额' }).selectOptions('从大到小')
  await page.getByRole('button', { name: '再加一列' }).click()
  await page.getByRole('button', { name: '排序', exact: true }).click()
  await vi.waitFor(() => expect(app.sheet.query.thenBy).toHaveLength(1))
  expect(app.sheet.columns.title(app.sheet.query.sort?.column ?? '')).toBe('单次消费金额')
  expect(app.sheet.query.sort?.descending).toBe(true)

  // only customers like the one in the active cell
  await page.getByRole('gridcell', { name: '3,000', exact: true }).click({ button: 'right' })
  await page.getByRole('menuitem', { name: '只看“3,000”' }).click()
  await vi.waitFor(() => expect(app.sheet.rowCount).toBe(1))
})

test('a calculated column is written with completion, tried on the first customers, and changed', async () => {
  const { app } = await openGraded()
  await choose('客户生命周期价值', '插入计算列…')
  const field = page.getByTestId('formula-text')
  await expect.element(field).toHaveFocus()
  await page.getByTestId('formula-name').fill('每次占比')
  await field.fill('=[dcxf') // 单次消费金额 by its initials
  await expect.element(page.getByRole('option', { name: /单次消费金额/ })).toBeVisible()
  await userEvent.keyboard('{Enter}')
  await expect.element(field).toHaveValue('=[单次消费金额]')
  await userEvent.type(field, '/')
  await expect
    .element(page.getByTestId('formula-problem'))
    .toHaveTextContent('这里缺一个数、一列或一段文字')
  await userEvent.keyboard('100')
  await vi.waitFor(() =>
    expect(one('formula-samples').textContent).toMatch(/张三\s*5\s*李四\s*30\s*王五\s*10/),
  )
  // Escape loses nothing that was written
  await userEvent.keyboard('{Escape}')
  await vi.waitFor(() => expect(document.querySelector('dialog[open]')).toBeNull())
  await page.getByRole('button', { name: '接着写' }).click()
  await expect.element(field).toHaveValue('=[单次消费金额]/100')
  await expect.element(page.getByTestId('formula-name')).toHaveValue('每次占比')
  await expect.element(page.getByRole('button', { name: '插入', exact: true })).toBeEnabled()
  await expect.element(field).toHaveFocus()
  await userEvent.keyboard('{Enter}')
  await vi.waitFor(() => expect(titles()).toContain('每次占比'))
  const at = () => app.sheet.columns.placed.findIndex(({ column }) => column.name === '每次占比')
  expect(titles()[at() - 1]).toBe('客户生命周期价值')
  expect(app.sheet.columns.at(at())?.column.formula).toBe('=[单次消费金额]/100')

  // typing there says why not, and offers the formula
  app.sheet.edits.refused(at())
  await page.getByRole('button', { name: '改公式' }).click()
  await expect.element(page.getByTestId('formula-text')).toHaveValue('=[单次消费金额]/100')
  await page.getByRole('button', { name: '只留结果，不再计算' }).click()
  await vi.waitFor(() => expect(app.sheet.columns.at(at())?.column.formula).toBe(null))
})
