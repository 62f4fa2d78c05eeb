import { expect, test } from 'vitest'
import { page } from 'vitest/browser'
import { fakeEngine } from '../fixtures.ts'
import { openApp } from '../openApp.ts'

const open = () => openApp(fakeEngine(), 'lang=zh', '#p_1/data')

test('the data place sums up what is filled, missing and to be checked', async () => {
  await open()
  const quality = page.getByRole('region', { name: '数据质量' })
  // 11 columns × 10,000 rows, 312 missing: 109,688 ÷ 110,000 = 99.716 %, shown as 99.7 %
  await expect.element(quality).toHaveTextContent('99.7%')
  await expect.element(quality).toHaveTextContent('98') // 40 + 58
  await expect.element(quality).toHaveTextContent('312')
})

test('name, use and type of a column change by commands', async () => {
  const { client } = await open()
  const name = page.getByLabelText('列“地区”的名称')
  await name.fill('大区')
  name.element().dispatchEvent(new FocusEvent('blur'))
  await page.getByLabelText('“备注”用作').selectOptions('other')
  await page.getByLabelText('“客户编号”的类型').selectOptions('text')
  expect(client.argsOf('run')).toEqual([
    { command: { kind: 'changeColumn', table: 'customers', column: 'c_3', name: '大区' } },
    { command: { kind: 'changeColumn', table: 'customers', column: 'c_10', role: 'other' } },
    { command: { kind: 'changeColumn', table: 'customers', column: 'c_0', reading: 'text' } },
  ])
})

test('the as-of date and the value column are set here', async () => {
  const { client } = await open()
  await page.getByLabelText('分析基准日').fill('2026-06-30')
  await page.getByLabelText('金额列').selectOptions('c_6')
  await expect
    .poll(() => client.argsOf('run'))
    .toEqual([
      { command: { kind: 'setAsOf', asOf: '2026-06-30' } },
      { command: { kind: 'setValueColumn', column: 'c_6' } },
    ])
})

test('a column is added by name, type and use', async () => {
  const { client } = await open()
  await page.getByRole('button', { name: '加列' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabelText('列名').fill('潜力')
  await dialog.getByRole('button', { name: '加列' }).click()
  expect(client.argsOf('run')).toEqual([
    {
      command: {
        kind: 'addColumn',
        table: 'customers',
        name: '潜力',
        reading: 'number',
        role: 'measure',
      },
    },
  ])
})

test('a deleted column can be had back by the toast', async () => {
  const { client } = await open()
  await page.getByRole('button', { name: '列“备注”：更多' }).click()
  await page.getByRole('menuitem', { name: '删除这一列' }).click()
  await page.getByTestId('toast').getByRole('button', { name: '撤销' }).click()
  expect(client.argsOf('run')).toEqual([
    { command: { kind: 'deleteColumn', table: 'customers', column: 'c_10' } },
  ])
  expect(client.argsOf('undo')).toEqual([null])
})
