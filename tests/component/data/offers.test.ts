import { expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import type { ImportPlan, PlannedColumn } from '../../../src/import/plan.ts'
import { fakeEngine, plan } from '../fixtures.ts'
import { drop, openApp } from '../openApp.ts'

// The offers of the page "Reading what people really write", in the preview of design/import-preview.

const issuesOf: Partial<Record<string, PlannedColumn['issues']>> = {
  购买频率: [
    {
      code: 'column.vagueFrequency',
      level: 'warning',
      detail: { column: '购买频率', count: 40, examples: ['偶尔'], words: ['偶尔', '看情况'] },
    },
  ],
  单次消费金额: [
    {
      code: 'column.rates',
      level: 'warning',
      detail: { column: '单次消费金额', examples: ['500元/月'] },
    },
  ],
  最近购买: [
    {
      code: 'column.dateOrderUnsure',
      level: 'warning',
      detail: { column: '最近购买', count: 9, examples: ['3/5/2024'] },
    },
  ],
  等级: [
    {
      code: 'column.tierOrder',
      level: 'warning',
      detail: { column: '等级', words: ['钻石', '黄金', '白银'], told: 0 },
    },
  ],
  备注: [
    {
      code: 'column.decided',
      level: 'info',
      detail: { column: '备注', what: ['yearly'], words: [] },
    },
  ],
}
const open: ImportPlan = {
  ...plan,
  columns: plan.columns.map((column) => ({ ...column, issues: issuesOf[column.name] ?? [] })),
}

async function preview() {
  const client = fakeEngine({
    planImport: () => ({ session: 's_1', plan: open }),
    changePlan: () => open,
  })
  const opened = await openApp(client)
  drop(new File(['x'], '客户.csv'))
  await expect.element(page.getByTestId('import-preview')).toBeVisible()
  return { ...opened, client, sent: () => client.argsOf('changePlan').at(-1) }
}
const choices = (columns: object) => ({ session: 's_1', choices: { columns } })

test('words that say no number get one, or mean empty', async () => {
  const { sent } = await preview()
  await page.getByRole('button', { name: '给“偶尔”定次数' }).click()
  const dialog = page.getByTestId('words-dialog')
  await expect.element(dialog).toBeVisible()
  await dialog.getByLabelText('“偶尔”的数值').fill('两三次')
  await page.getByTestId('words-apply').click()
  await expect.element(dialog.getByLabelText('“偶尔”的数值')).toHaveFocus() // nothing is taken over with a wrong entry
  expect(sent()).toBeUndefined()
  await dialog.getByLabelText('“偶尔”的数值').fill('2')
  await userEvent.keyboard('{Enter}')
  await dialog.getByLabelText('“看情况”当作空缺').click()
  await page.getByTestId('words-apply').click()
  await expect.element(dialog).not.toBeInTheDocument()
  const words = [
    ['偶尔', 2],
    ['看情况', null],
  ]
  await expect.poll(sent).toEqual(choices({ 4: { words } }))
})

test('rates, and the order of days and months, are decided by one button', async () => {
  const { sent } = await preview()
  await page.getByRole('button', { name: '换算成一年' }).click()
  await expect.poll(sent).toEqual(choices({ 5: { yearly: true } }))
  await page.getByRole('button', { name: '按日月年' }).click()
  await expect.poll(sent).toEqual(choices({ 5: { yearly: true }, 7: { dateOrder: 'dmy' } }))
})

test('own tiers are put in order, or taken as proposed', async () => {
  const { sent } = await preview()
  await page.getByRole('button', { name: '排次序' }).click()
  await page.getByRole('button', { name: '“黄金”上移' }).click()
  await page.getByTestId('tiers-apply').click()
  await expect.poll(sent).toEqual(choices({ 9: { tiers: ['黄金', '钻石', '白银'] } }))
  await page.getByRole('button', { name: '次序对' }).click()
  await expect.poll(sent).toEqual(choices({ 9: { tiers: ['钻石', '黄金', '白银'] } }))
})

test('a decision is taken back alone; other choices of the column stay', async () => {
  const { app, sent } = await preview()
  app.importing.changeColumn(10, { yearly: true, words: [['x', 1]], name: '说明' })
  await page.getByRole('button', { name: '撤回' }).click()
  await expect.poll(sent).toEqual(choices({ 10: { name: '说明', words: [], yearly: false } }))
})

test('the texts that mean empty are edited, and put back', async () => {
  const { sent } = await preview()
  await page.getByTestId('missing-marks').getByRole('button').click()
  const list = page.getByTestId('missing-dialog').getByRole('textbox')
  await expect.element(list).toHaveValue('-\n/\n无')
  await list.fill('-\n 保密 \n\n保密')
  await page.getByRole('button', { name: '确定' }).click()
  await expect.poll(sent).toEqual({ session: 's_1', choices: { missing: ['-', '保密'] } })
  await page.getByTestId('missing-marks').getByRole('button').click()
  await page.getByRole('button', { name: '恢复常用的' }).click()
  await expect.poll(sent).toEqual({ session: 's_1', choices: {} })
})
