import { expect, test, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { one, openGraded } from '../openGraded.ts'

test('Ctrl H counts before it replaces; one undo takes all of it back', async () => {
  const { app } = await openGraded()
  await page.getByRole('gridcell', { name: '新客户' }).click()
  await userEvent.keyboard('{Control>}h{/Control}')
  await page.getByTestId('replace-find').fill('客户')
  await page.getByTestId('replace-with').fill('顾客')
  // 长期稳定客户, 高价值客户, 新客户
  await vi.waitFor(() => expect(one('replace-count').dataset['value']).toBe('3'))
  await expect
    .element(page.getByTestId('replace-dialog'))
    .toHaveTextContent('长期稳定客户 → 长期稳定顾客')
  await page.getByRole('checkbox', { name: '整格相同才替换' }).click()
  await vi.waitFor(() => expect(one('replace-count').dataset['value']).toBe('0'))
  await page.getByRole('checkbox', { name: '整格相同才替换' }).click()
  await page.getByRole('button', { name: '替换 3 格' }).click()
  await expect.element(page.getByRole('gridcell', { name: '新顾客' })).toBeVisible()
  await expect.element(page.getByRole('gridcell', { name: '高价值顾客' })).toBeVisible()
  await app.project.undo()
  await expect.element(page.getByRole('gridcell', { name: '新客户' })).toBeVisible()
  await expect.element(page.getByRole('gridcell', { name: '高价值客户' })).toBeVisible()
})

test('one after the other: each is shown before, skipped or replaced', async () => {
  const { app } = await openGraded()
  await page.getByRole('gridcell', { name: '新客户' }).click()
  await userEvent.keyboard('{Control>}h{/Control}')
  await page.getByTestId('replace-find').fill('客户')
  await page.getByTestId('replace-with').fill('顾客')
  const shown = page.getByTestId('replace-one')
  await expect.element(shown).toHaveTextContent('第 1 格，共 3 格 张三')
  await page.getByRole('button', { name: '跳过' }).click()
  await expect.element(shown).toHaveTextContent('第 2 格，共 3 格 李四')
  await page.getByRole('button', { name: '替换这一处' }).click()
  // two are left, and the second of them is next
  await expect.element(shown).toHaveTextContent('第 2 格，共 2 格 王五')
  await page.getByRole('button', { name: '跳过' }).click()
  await expect.element(shown).toHaveTextContent('后面没有了')
  const texts = await app.client.view('copy', {
    query: app.sheet.query,
    from: 0,
    to: 3,
    columns: app.sheet.columns.placed
      .filter(({ column }) => column.name === '备注')
      .map(({ column }) => column.id),
    header: false,
  })
  expect(texts.split('\r\n')).toEqual(['长期稳定客户', '高价值顾客', '新客户'])
})
