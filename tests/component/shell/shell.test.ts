import type axe from 'axe-core'
import axeScript from 'axe-core/axe.min.js?raw'
import { expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { AppError } from '../../../src/core/error.ts'
import { fakeEngine } from '../fixtures.ts'
import { drop, element, openApp } from '../openApp.ts'

const inData = (client = fakeEngine(), query = 'lang=zh') => openApp(client, query, '#p_1/data')

test('the status bar tells customers and grading time', async () => {
  await inData()
  await expect.element(page.getByTestId('row-count')).toHaveAttribute('data-value', '10000')
  await expect.element(page.getByTestId('grade-ms')).toHaveAttribute('data-value', '3')
  await expect.element(page.getByTestId('grade-ms')).toHaveTextContent('重算 3 ms')
})

test('the save state follows the engine, and a failure says its reason', async () => {
  const { client } = await inData()
  const state = page.getByTestId('save-state')
  client.tell({ kind: 'saveState', state: 'saving', error: null })
  await expect.element(state).toHaveAttribute('data-state', 'saving')
  client.tell({
    kind: 'saveState',
    state: 'failed',
    error: { kind: 'app', code: 'storage.full', detail: {} },
  })
  await expect.element(state).toHaveAttribute('data-state', 'failed')
  const notice = page.getByTestId('notice').filter({ hasText: '空间不足' })
  await expect.element(notice).toHaveAttribute('data-code', 'storage.full')
})

test('undo names the step it takes back and is off when there is none', async () => {
  const { client } = await inData()
  await expect.element(page.getByTestId('redo')).toBeDisabled()
  expect(element('undo').title).toBe('撤销：改权重 (Ctrl Z)')
  await page.getByTestId('undo').click()
  expect(client.argsOf('undo')).toHaveLength(1)
})

test('Ctrl Z undoes outside of text fields and belongs to the field inside of them', async () => {
  const { client } = await inData()
  await expect.element(page.getByLabelText('列“备注”的名称')).toBeVisible()
  await userEvent.keyboard('{Control>}z{/Control}')
  expect(client.argsOf('undo')).toHaveLength(1)
  await page.getByLabelText('列“备注”的名称').click()
  await userEvent.keyboard('{Control>}z{/Control}')
  expect(client.argsOf('undo')).toHaveLength(1)
})

test('Ctrl S saves at once and says so', async () => {
  const { client } = await inData()
  await userEvent.keyboard('{Control>}s{/Control}')
  await expect.element(page.getByTestId('toast')).toHaveTextContent('已保存在本浏览器')
  expect(client.argsOf('saveNow')).toHaveLength(1)
})

test('the question mark lists the keys, Esc closes and gives the focus back', async () => {
  await inData()
  element('undo').focus()
  await userEvent.keyboard('?')
  await expect.element(page.getByRole('dialog', { name: '快捷键' })).toBeVisible()
  await userEvent.keyboard('{Escape}')
  await expect.element(page.getByRole('dialog')).not.toBeInTheDocument()
  expect(document.activeElement).toBe(element('undo'))
})

test('the five places are links with the current one marked, and the address follows', async () => {
  const { app } = await inData()
  await expect.element(page.getByTestId('nav-data')).toHaveAttribute('aria-current', 'page')
  app.places.go({ kind: 'start' })
  await expect.poll(() => location.hash).toBe('')
})

test('a menu is worked by keys alone', async () => {
  const { app } = await inData()
  element('project-name').focus()
  await userEvent.keyboard('{ArrowDown}')
  await expect.element(page.getByRole('menuitem', { name: '重命名…' })).toHaveFocus()
  await userEvent.keyboard('{ArrowUp}')
  await expect.element(page.getByRole('menuitem', { name: '回到开始页' })).toHaveFocus()
  await userEvent.keyboard('{Enter}')
  await expect.poll(() => app.places.current).toEqual({ kind: 'start' })
})

test('renaming is a command of the project', async () => {
  const { client } = await inData()
  await page.getByTestId('project-name').click()
  await page.getByRole('menuitem', { name: '重命名…' }).click()
  await page.getByLabelText('项目名称').fill('华东 2026')
  await userEvent.keyboard('{Enter}')
  expect(client.argsOf('run')).toEqual([{ command: { kind: 'renameProject', name: '华东 2026' } }])
})

test('language and theme change at once and are remembered', async () => {
  await inData()
  await page.getByTestId('language').click()
  await page.getByRole('menuitemradio', { name: 'English' }).click()
  await expect.element(page.getByTestId('nav-data')).toHaveTextContent('Data')
  expect(document.documentElement.lang).toBe('en')
  await page.getByTestId('theme').click()
  await page.getByRole('menuitemradio', { name: 'Dark' }).click()
  expect(document.documentElement.dataset['theme']).toBe('dark')
  expect(localStorage.getItem('tiersheet.language')).toBe('en')
  expect(localStorage.getItem('tiersheet.theme')).toBe('dark')
})

test('our own bug is offered as a report, a cancelled task says nothing', async () => {
  const { app } = await inData()
  app.notices.fail(new AppError('job.cancelled'))
  app.notices.fail(new Error('boom'))
  await expect.element(page.getByRole('button', { name: '复制出错报告' })).toBeVisible()
  expect(app.notices.list.map((notice) => notice.code)).toEqual(['bug'])
})

test('a newer version that took the storage asks to reload', async () => {
  const { client } = await inData()
  client.tell({ kind: 'superseded' })
  await expect.element(page.getByRole('button', { name: '刷新' })).toBeVisible()
})

test('a long task shows its count and can be cancelled', async () => {
  const { app } = await inData()
  const task = app.jobs.run(
    ({ signal, onProgress }) =>
      new Promise((_, reject) => {
        const timer = setInterval(() => onProgress({ step: 'read', done: 42_000, total: 0 }), 50)
        signal.addEventListener('abort', () => {
          clearInterval(timer)
          reject(new AppError('job.cancelled'))
        })
      }),
  )
  task.catch(() => {})
  await expect.element(page.getByText('已读 42,000 行')).toBeVisible()
  await page.getByTestId('job-cancel').click()
  await expect(task).rejects.toThrow('job.cancelled')
  await expect.element(page.getByTestId('job')).not.toBeInTheDocument()
})

for (const [language, theme] of [
  ['zh', 'light'],
  ['en', 'dark'],
] as const)
  test(`start page, import preview and data place pass axe in ${language} and ${theme}`, async () => {
    const { app } = await openApp(fakeEngine(), `lang=${language}`)
    app.theme.choose(theme)
    await expect.element(page.getByTestId('sample-b2b')).toBeVisible()
    expect(await violations()).toEqual([])
    drop(new File(['x'], '客户.csv'))
    await expect.element(page.getByTestId('import-preview')).toBeVisible()
    expect(await violations()).toEqual([])
    app.importing.cancel()
    await app.follow('#p_1/data')
    await expect.element(page.getByTestId('nav-data')).toHaveAttribute('aria-current', 'page')
    await expect.element(page.getByText('KH-00418').first()).toBeVisible()
    expect(await violations()).toEqual([])
  })

async function violations(): Promise<string[]> {
  // colours on their way from one theme to the other have no contrast of their own
  await Promise.all(document.getAnimations().map((animation) => animation.finished))
  if (!('axe' in window)) {
    const script = document.createElement('script')
    script.textContent = axeScript
    document.head.append(script)
  }
  const { axe: run } = window as unknown as { axe: typeof axe }
  const report = await run.run(document.body, {
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'],
  })
  return report.violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 120)).join(' | ')}`,
  )
}
