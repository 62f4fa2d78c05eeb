import { expect, test } from 'vitest'
import { page } from 'vitest/browser'
import { AppError } from '../../../src/core/error.ts'
import type { ImportPlan } from '../../../src/import/plan.ts'
import { fakeEngine, plan } from '../fixtures.ts'
import { drop, openApp } from '../openApp.ts'

const file = (name = '客户.csv') => new File(['x'], name)
async function importing(client = fakeEngine()) {
  const opened = await openApp(client)
  drop(file())
  await expect.element(page.getByTestId('import-preview')).toBeVisible()
  return opened
}

test('the preview shows sheet, header, data and total rows as they were understood', async () => {
  await importing()
  await expect.element(page.getByLabelText('工作表')).toHaveDisplayValue('客户名单（共 3 张）')
  await expect
    .element(page.getByLabelText('表头', { exact: true }))
    .toHaveDisplayValue('第 3–4 行，2 行合并')
  await expect.element(page.getByText('第 5–10,004 行')).toBeVisible()
  await expect.element(page.getByLabelText('合计行')).toHaveDisplayValue('第 10,005 行，不导入')
})

test('a column says how much of it was read, never rounded up to all', async () => {
  const most: ImportPlan = {
    ...plan,
    columns: plan.columns.map((column) => ({ ...column, failed: 1, success: 0.99998 })),
  }
  await importing(fakeEngine({ planImport: () => ({ session: 's', plan: most }) }))
  const row = page.getByRole('row').filter({ has: page.getByLabelText('列“NPS”的名称') })
  await expect.element(row).toHaveTextContent('99.9%')
})

test('every choice is sent for a new plan, and choices of columns add up', async () => {
  const { client } = await importing()
  await page.getByLabelText('“单次消费金额”用作').selectOptions('note')
  await page.getByLabelText('导入“NPS”').click()
  await expect
    .poll(() => client.argsOf('changePlan').at(-1))
    .toEqual({
      session: 's_1',
      choices: { columns: { 5: { role: 'note' }, 8: { include: false } } },
    })
})

test('another sheet drops what was chosen for the columns of the old one', async () => {
  const { client } = await importing()
  await page.getByLabelText('导入“NPS”').click()
  await page.getByLabelText('工作表').selectOptions('1')
  await expect
    .poll(() => client.argsOf('changePlan').at(-1))
    .toEqual({ session: 's_1', choices: { sheet: 1 } })
})

test('while a plan is worked out only the latest choice is asked for', async () => {
  const waiting: (() => void)[] = []
  const client = fakeEngine({
    changePlan: () => new Promise((resolve) => waiting.push(() => resolve(plan))),
  })
  const { app } = await importing(client)
  app.importing.change({ sheet: 1 })
  await expect.poll(() => waiting.length).toBe(1)
  app.importing.change({ sheet: 2 })
  app.importing.change({ sheet: 0 })
  waiting.shift()?.()
  await expect.poll(() => client.argsOf('changePlan').length).toBe(2)
  expect(client.argsOf('changePlan').at(-1)).toEqual({ session: 's_1', choices: { sheet: 0 } })
  await expect.element(page.getByTestId('import-confirm')).toBeDisabled()
  waiting.shift()?.()
  await expect.element(page.getByTestId('import-confirm')).toBeEnabled()
})

test('issues stand beside the plan, the gravest first, and lead to their column', async () => {
  await importing()
  const notices = page.getByTestId('notice').elements()
  expect(notices.map((notice) => notice.getAttribute('data-code'))).toEqual([
    'names.duplicate',
    'column.unreadable',
    'column.masked',
    'column.hasTiers',
    'rows.totals',
  ])
  await page.getByRole('button', { name: '看这一列' }).nth(1).click()
  await expect.element(page.getByLabelText('“单次消费金额”用作')).toHaveFocus()
})

test('confirming imports the chosen file and opens its grade', async () => {
  const { app, client } = await importing()
  await expect.element(page.getByTestId('import-confirm')).toHaveTextContent('导入 10,000 位客户')
  await page.getByTestId('import-confirm').click()
  await expect.poll(() => app.places.current).toEqual({ kind: 'project', place: 'grade' })
  expect(client.argsOf('runImport')).toEqual([
    { session: 's_1', name: '华东区客户名单', into: 'new', language: 'zh' },
  ])
})

test('cancelling frees the plan and goes back where one was', async () => {
  const { app, client } = await importing()
  await page.getByRole('button', { name: '取消' }).click()
  expect(app.places.current).toEqual({ kind: 'start' })
  expect(client.argsOf('discardImport')).toEqual([{ session: 's_1' }])
})

test('a refused file says why and what to do, in the language of the reader', async () => {
  const refused = () => Promise.reject(new AppError('file.password'))
  await openApp(fakeEngine({ planImport: refused }), 'lang=en')
  drop(file('客户.xlsx'))
  const refusal = page.getByTestId('import-error')
  await expect.element(refusal).toHaveAttribute('data-code', 'file.password')
  await expect.element(refusal).toHaveTextContent('This file has a password.')
  await expect.element(refusal).toHaveTextContent('Remove it in Excel, then drop it again.')
  await expect.element(page.getByTestId('import-preview')).not.toBeInTheDocument()
})

test('after a refusal the next file is the one on show', async () => {
  let first = true
  const client = fakeEngine({
    planImport: () => {
      if (!first) return { session: 's_2', plan }
      first = false
      throw new AppError('file.empty')
    },
  })
  await openApp(client)
  drop(file('空.csv'))
  await expect.element(page.getByTestId('import-error')).toBeVisible()
  drop(file('客户.csv'))
  await expect.element(page.getByTestId('import-preview')).toBeVisible()
  await expect.element(page.getByTestId('import-file').nth(1)).toHaveTextContent('客户.csv')
})

const kinds: Record<string, ImportPlan> = {
  list: plan,
  orders: { ...plan, kind: 'orders', rowCount: 86_412, suggestedName: '订单明细' },
}
const link = {
  rows: 86_412,
  matched: 85_720,
  by: [{ by: 'key', count: 85_720 }],
  unmatched: [{ reason: 'unknown', count: 692 }],
  examples: [{ names: ['KH-77'], reason: 'unknown', rows: 692 }],
  made: null,
  merge: null,
} as const

/** Files named orders… hold orders; files of one kind have one header. */
function engineOfFiles() {
  const planned: string[] = []
  return fakeEngine({
    planImport: ({ source }) => {
      const kind = source.name.startsWith('订单') ? 'orders' : 'list'
      planned.push(kind)
      return { session: `${kind}_${planned.length}`, plan: kinds[kind] }
    },
    alikeImport: ({ session, among }) =>
      among.find((other) => other.split('_')[0] === session.split('_')[0]) ?? null,
    addSource: () => ({ ...plan, rowCount: 12_000 }),
    dropSource: () => plan,
    linkImport: () => link,
  })
}

test('customers and orders are imported in one go, and it says how many orders find their customer', async () => {
  const { client } = await openApp(engineOfFiles())
  drop(file('订单.csv'), file('名单.csv'))
  await expect.element(page.getByTestId('import-link')).toHaveTextContent('99.1%') // never rounded up
  await expect.element(page.getByTestId('import-links')).toHaveTextContent('对不上的 692 行')
  await page.getByTestId('import-unmatched').click()
  await expect.element(page.getByTestId('import-links')).toHaveTextContent('KH-77')
  await expect
    .element(page.getByTestId('import-confirm'))
    .toHaveTextContent('导入 10,000 位客户和 86,412 行订单')
  await page.getByTestId('import-confirm').click()
  await expect
    .poll(() => client.argsOf('runImport'))
    .toEqual([
      {
        session: 'list_2',
        with: ['orders_1'],
        name: '华东区客户名单',
        into: 'new',
        language: 'zh',
      },
    ])
})

test('a file can be put aside, and what it is can be changed', async () => {
  const { client } = await openApp(engineOfFiles())
  drop(file('订单.csv'), file('名单.csv'))
  await expect.element(page.getByTestId('import-link')).toBeVisible()
  await page.getByTestId('import-use').selectOptions('off')
  await expect.element(page.getByTestId('import-confirm')).toHaveTextContent('导入 10,000 位客户')
  await page.getByTestId('import-use').selectOptions('service')
  await expect
    .poll(() => client.argsOf('changePlan').at(-1))
    .toEqual({ session: 'orders_1', choices: { kind: 'service' } })
})

test('files of one header become one table, and can be taken apart', async () => {
  const { app, client } = await openApp(engineOfFiles())
  drop(file('一月.csv'), file('二月.csv'))
  await expect.element(page.getByTestId('import-confirm')).toHaveTextContent('导入 12,000 位客户')
  await expect.element(page.getByText('2 份合成一张表')).toBeVisible()
  expect(app.importing.files).toHaveLength(1)
  await page.getByTestId('import-part').click()
  await expect.poll(() => app.importing.files.length).toBe(2)
  expect(client.argsOf('dropSource')).toEqual([{ session: 'list_1', at: 1, choices: {} }])
  // one list is taken; the other is put aside and can be joined by hand
  await expect.element(page.getByTestId('import-confirm')).toHaveTextContent('导入 10,000 位客户')
  await expect.element(page.getByText('客户表只取一份，现在取“一月.csv”。')).toBeVisible()
  await page.getByTestId('import-unite').click()
  await expect.poll(() => app.importing.files.length).toBe(1)
  expect(client.argsOf('addSource')).toHaveLength(2)
})
