import { expect, test } from 'vitest'
import { page } from 'vitest/browser'
import { comparison } from '../data/comparison.ts'
import { fakeEngine } from '../fixtures.ts'
import { drop, element, openApp, paste } from '../openApp.ts'

const file = (name: string) => new File(['a,b\n1,2'], name)

test('the start page lists samples with their sizes and the projects, newest first', async () => {
  await openApp()
  await expect.element(page.getByTestId('sample-template')).toHaveTextContent('3 位')
  await expect.element(page.getByTestId('sample-shop')).toHaveTextContent('4,338 位')
  const rows = [...element('project-list').querySelectorAll('tbody tr')]
  expect(rows.map((row) => row.querySelector('button')?.textContent.trim())).toEqual([
    '2026 客户分级 · 华东区',
    '门店会员年度评级',
    '供应商大客户名单（试算）',
    '2025 年底分级存档',
  ])
  expect(rows[0]?.textContent).toContain('10,000 位')
})

test('without projects the list says why it is empty and what fills it', async () => {
  await openApp(fakeEngine({ listProjects: () => [] }))
  await expect
    .element(page.getByTestId('project-list'))
    .toHaveTextContent('放入名单或打开样例，就会自动保存在这里')
})

test('a click on a project opens it', async () => {
  const { client } = await openApp()
  await page.getByRole('button', { name: '门店会员年度评级', exact: true }).click()
  expect(client.argsOf('openProject')).toEqual([{ id: 'p_2' }])
  await expect.element(page.getByTestId('row-count')).toHaveAttribute('data-value', '10000')
})

test('a sample opens under its name in the language of the reader', async () => {
  const { client } = await openApp(fakeEngine(), 'lang=en')
  await page.getByTestId('sample-b2b').click()
  expect(client.argsOf('openSample')).toEqual([
    { id: 'b2b', name: 'Business customers', language: 'en' },
  ])
})

test('deleting asks nothing, and the toast takes it back', async () => {
  const { client } = await openApp()
  await page.getByRole('button', { name: '“门店会员年度评级”：更多' }).click()
  await page.getByRole('menuitem', { name: '删除项目' }).click()
  expect(client.argsOf('deleteProject')).toEqual([{ id: 'p_2' }])
  await page.getByTestId('toast').getByRole('button', { name: '撤销' }).click()
  expect(client.argsOf('restoreProject')).toEqual([{ id: 'p_2' }])
})

test('cells pasted anywhere on the page become an import', async () => {
  const { client } = await openApp()
  paste('名称\t金额\n张三\t500')
  await expect.element(page.getByTestId('import-preview')).toBeVisible()
  expect(client.argsOf('planImport')).toEqual([
    {
      source: { kind: 'text', text: '名称\t金额\n张三\t500', name: '粘贴的表格' },
      choices: {},
      into: 'new',
    },
  ])
})

test('a word that is pasted by chance is no table', async () => {
  const { client, app } = await openApp()
  paste('张三')
  expect(app.places.current).toEqual({ kind: 'start' })
  expect(client.argsOf('planImport')).toEqual([])
})

test('files dropped anywhere on the page are planned one after another', async () => {
  const { client } = await openApp()
  drop(file('客户.csv'), file('订单.csv'))
  await expect.element(page.getByTestId('import-preview')).toBeVisible()
  await expect.poll(() => client.argsOf('planImport').length).toBe(2)
})

test('a file dropped on an open project asks where to, and can update its list', async () => {
  const engine = fakeEngine({ compareImport: () => comparison })
  const { app, client } = await openApp(engine, 'lang=zh', '#p_1/data')
  drop(file('客户.csv'))
  await page.getByRole('radio').nth(1).click()
  await page.getByRole('button', { name: '导入预览' }).click()
  await expect.element(page.getByTestId('import-confirm')).toBeEnabled()
  expect(app.importing.target).toBe('replace')
  await page.getByTestId('import-confirm').click()
  expect(client.argsOf('runImport')).toEqual([
    {
      session: 's_1',
      name: '华东区客户名单',
      into: 'replace',
      update: { held: ['c_10'], missing: 'keep' },
      language: 'zh',
    },
  ])
})
