import { describe, expect, test, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { openGraded } from '../openGraded.ts'

const names = () =>
  [...document.querySelectorAll('[role="row"]')]
    .filter((row) => row.querySelector('[data-tier]')?.checkVisibility())
    .map((row) => /张三|李四|王五/.exec(row.textContent)?.[0])
const expectNames = (...shown: string[]) => vi.waitFor(() => expect(names()).toEqual(shown))
const header = (name: string) => page.getByRole('columnheader', { name })

/** The sign in its header, which shows once the pointer is there. */
async function sortBy(name: string, modifiers: 'Shift'[] = []): Promise<void> {
  await header(name).hover()
  await page
    .elementLocator(header(name).element().querySelector('.grid-sort') as HTMLElement)
    .click({ modifiers })
}

async function openFilter(name: string): Promise<void> {
  await header(name).click({ button: 'right' })
  await page.getByRole('menuitem', { name: '筛选…' }).click()
}

test('rows stay while cells are edited; a chip, told once, arranges them anew', async () => {
  const { app } = await openGraded()
  await sortBy('单次消费金额')
  await expectNames('张三', '王五', '李四')
  await page.getByRole('gridcell', { name: '500', exact: true }).click()
  const said = () =>
    [...document.querySelectorAll('[role="status"]')].filter(({ textContent }) =>
      textContent.includes('Ctrl Alt L'),
    )
  expect(said()).toHaveLength(0)
  await userEvent.keyboard('9999{Enter}')
  const chip = page.getByTestId('reapply')
  await expect.element(chip).toHaveTextContent('重新应用')
  await expect.element(chip).toHaveAttribute('title', expect.stringContaining('留在原来的位置'))
  await expectNames('张三', '王五', '李四')
  expect(said()).toHaveLength(1)
  const [first] = said()
  await userEvent.keyboard('8888{Enter}')
  await vi.waitFor(() => expect(app.project.view.current?.undo).toBe('editCells'))
  expect(said()).toEqual([first]) // the same words in the same place: nothing more to be read out
  await chip.click()
  await expectNames('李四', '王五', '张三')
  await expect.element(chip).not.toBeInTheDocument()
  expect(document.activeElement?.closest('.grid-root')).not.toBeNull() // keys go on in the sheet
  expect(said()).toHaveLength(0)
})

describe('the filter of a column', () => {
  test('ticks values with their counts; a chip says it and takes it away', async () => {
    await openGraded()
    await expectNames('张三', '李四', '王五')
    await openFilter('购买频率')
    const list = page.getByTestId('filter-values')
    await expect.element(list).toHaveTextContent('每季度一次')
    await page.getByRole('checkbox', { name: '每季度一次' }).click()
    await page.getByRole('button', { name: '确定' }).click()
    await expectNames('张三', '王五')
    const chip = page.getByTestId('filter-column')
    await expect.element(chip).toHaveTextContent('购买频率：不要每季度一次')
    await expect.element(header('购买频率').getByRole('img', { name: '已筛选' })).toBeVisible()
    await page.getByRole('button', { name: /去掉筛选/ }).click()
    await expectNames('张三', '李四', '王五')
  })

  test('takes a bound as people write it, and says at the field when it cannot be read', async () => {
    await openGraded()
    await openFilter('客户生命周期价值')
    await page.getByRole('button', { name: '按条件' }).click()
    await page.getByTestId('filter-condition').selectOptions('大于或等于')
    await page.getByTestId('filter-from').fill('很多')
    await page.getByRole('button', { name: '确定' }).click()
    await expect.element(page.getByRole('alert')).toHaveTextContent('读不懂')
    await expect.element(page.getByTestId('filter-from')).toBeInvalid()
    await page.getByTestId('filter-from').fill('1万')
    await expect.element(page.getByTestId('filter-left')).toHaveTextContent('将留下 1 位，共 3 位')
    await page.getByRole('button', { name: '确定' }).click()
    await expectNames('李四')
    const chip = page.getByTestId('filter-column')
    await expect.element(chip).toHaveTextContent('≥ 1万')
    await chip
      .getByRole('button', { name: /≥ 1万$/ })
      .first()
      .click()
    await expect.element(page.getByTestId('filter-from')).toHaveValue('1万')
    await page.getByTestId('filter-condition').selectOptions('最大的')
    await page.getByTestId('filter-count').fill('0')
    await expect.element(page.getByRole('button', { name: '确定' })).toBeDisabled()
    await page.getByTestId('filter-count').fill('2')
    await page.getByTestId('filter-count').click()
    await userEvent.keyboard('{Enter}')
    await expectNames('张三', '李四')
    await page.getByTestId('filter-all').click()
    await expectNames('张三', '李四', '王五')
  })

  test('by keyboard: what a search finds is what stays, as in Excel; arrows walk the values', async () => {
    await openGraded()
    await openFilter('购买频率')
    await userEvent.keyboard('每')
    await expect.element(page.getByTestId('filter-left')).toHaveTextContent('将留下 2 位，共 3 位')
    await userEvent.keyboard('{ArrowDown}{ArrowDown}')
    const month = page.getByRole('checkbox', { name: '每月一次' })
    await expect.element(page.getByTestId('filter-values')).not.toHaveTextContent('半年一次')
    await expect.element(month).toBeChecked()
    await userEvent.keyboard(' {Enter}')
    await vi.waitFor(() => expect(names()).toHaveLength(1))
  })

  test('all values off and one on leaves that one', async () => {
    await openGraded()
    await openFilter('客户名称')
    await page.getByRole('checkbox', { name: '全选' }).click()
    await page.getByRole('checkbox', { name: '王五' }).click()
    await page.getByRole('button', { name: '确定' }).click()
    await expectNames('王五')
  })
})

test('Shift with a click on a header sorts by a further column; headers are numbered', async () => {
  const text = `客户名称,地区,金额
张三,华南,100
李四,华北,300
王五,华南,200
`
  await openGraded(text)
  await header('地区').click({ button: 'right' }) // too narrow for the sign
  await page.getByRole('menuitem', { name: '从小到大排序' }).click()
  // Huáběi before Huánán; 张三 stands before 王五 in the file
  await expectNames('李四', '张三', '王五')
  await sortBy('金额', ['Shift'])
  await sortBy('金额', ['Shift'])
  await expectNames('李四', '王五', '张三')
  await vi.waitFor(() => {
    const places = [...document.querySelectorAll('.grid-place')].map((one) => one.textContent)
    expect(places).toEqual(['1', '2'])
  })
  await header('金额').click({ button: 'right' })
  await page.getByRole('menuitem', { name: '恢复原来的顺序' }).click()
  await expectNames('张三', '李四', '王五')
})
