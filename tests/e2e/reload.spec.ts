import type { BrowserContext, Page } from '@playwright/test'
import { confirmImport, expect, openFile, paste, templateText, test } from './page.ts'

const home = './?lang=zh'
const tierOf = (page: Page, name: string) =>
  page.locator(`[role="row"]:has-text("${name}") [data-tier]`)
const weightOf = (page: Page) => page.getByTestId('criterion-1-weight-number')
const projects = (page: Page) => page.getByTestId('project-list').locator('tbody tr')
const notice = (page: Page, code: string) =>
  page.locator(`[data-testid="notice"][data-code="${code}"]`)

async function start(page: Page): Promise<void> {
  await page.goto(home)
  await expect(page.getByTestId('sample-template')).toBeVisible()
  await paste(page, templateText)
  await confirmImport(page)
  await isSaved(page)
}

async function setWeight(page: Page, weight: number): Promise<void> {
  await weightOf(page).fill(String(weight))
  await weightOf(page).press('Enter')
}

/** Acknowledged: the change shows, and the state that came with it has become `saved`. */
async function isSaved(page: Page): Promise<void> {
  await expect(page.getByTestId('save-state')).toHaveAttribute('data-state', /^(saved|clean)$/)
}

/** The tab dies as it does when its process is killed: nothing is asked, nothing runs any more. */
async function crash(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page)
  const crashed = page.waitForEvent('crash')
  session.send('Page.crash').catch(() => {}) // it never answers
  await crashed
  await page.close()
}

async function reopen(context: BrowserContext, hash: string): Promise<Page> {
  const page = await context.newPage()
  await page.goto(`${home}${hash}`)
  await expect(page.getByTestId('sheet')).toBeVisible()
  return page
}

test('every edit that is acknowledged survives a crash, and the project is as after the last one', async ({
  page,
  context,
}) => {
  await start(page)
  const hash = new URL(page.url()).hash
  const cell = (on: Page) => on.getByRole('gridcell', { name: '新的备注' })
  let tab = page

  await test.step('a weight, the moment it is saved', async () => {
    await setWeight(tab, 5)
    await expect(tierOf(tab, '李四')).toHaveAttribute('data-tier', 'A')
    await isSaved(tab)
    await crash(tab)
    tab = await reopen(context, hash)
    await expect(weightOf(tab)).toHaveValue('5')
    await expect(tierOf(tab, '李四')).toHaveAttribute('data-tier', 'A')
  })

  await test.step('a cell and a hidden column, after the log was folded', async () => {
    const phone = (on: Page) => on.getByRole('columnheader', { name: '联系方式' })
    await phone(tab).click({ button: 'right' })
    await tab.getByRole('menuitem', { name: '隐藏这一列' }).click()
    await expect(phone(tab)).toHaveCount(0)
    await tab.getByRole('gridcell', { name: '高价值客户' }).click()
    await tab.keyboard.type('新的备注')
    await tab.keyboard.press('Enter')
    await expect(cell(tab)).toBeVisible()
    await isSaved(tab)
    await tab.waitForTimeout(2500) // the log is folded after two quiet seconds
    await crash(tab)
    tab = await reopen(context, hash)
    await expect(cell(tab)).toBeVisible()
    await expect(phone(tab)).toHaveCount(0)
    await expect(weightOf(tab)).toHaveValue('5')
  })

  await test.step('an undo', async () => {
    await setWeight(tab, 90)
    await expect(tierOf(tab, '李四')).toHaveAttribute('data-tier', 'B')
    await tab.getByTestId('undo').click()
    await expect(tierOf(tab, '李四')).toHaveAttribute('data-tier', 'A')
    await isSaved(tab)
    await crash(tab)
    tab = await reopen(context, hash)
    await expect(weightOf(tab)).toHaveValue('5')
  })

  await test.step('in the middle of an edit: the one before or the new one, whole', async () => {
    for (const [wait, weight] of [
      [0, 33],
      [3, 44],
      [12, 55],
    ] as const) {
      const before = await weightOf(tab).inputValue()
      await setWeight(tab, weight)
      await tab.waitForTimeout(wait)
      await crash(tab)
      tab = await reopen(context, hash)
      await expect(weightOf(tab)).toHaveValue(new RegExp(`^(${before}|${weight})$`))
      await expect(cell(tab)).toBeVisible()
      await expect(notice(tab, 'storage.damaged')).toHaveCount(0)
    }
  })
})

test('a crash during an import leaves no project in part', async ({ page, context }) => {
  await start(page)
  const lines = Array.from(
    { length: 120_000 },
    (_, i) => `K${i},客户${i},${i % 37},${(i * 7919) % 10_007}`,
  )
  const list = ['客户编号,客户名称,购买次数,累计金额', ...lines].join('\n')
  let tab = page
  for (const wait of [0, 400]) {
    await tab.goto(home)
    await openFile(tab, '大名单.csv', list)
    await expect(tab.getByTestId('import-confirm')).toBeEnabled({ timeout: 30_000 })
    await tab.getByTestId('import-confirm').click()
    await tab.waitForTimeout(wait)
    await crash(tab)
    tab = await context.newPage()
    await tab.goto(home)
    await expect(projects(tab).filter({ hasNotText: '大名单' })).toHaveCount(1)
    // a quick machine may come to the end before the crash: then the list is there whole
    const arrived = projects(tab).filter({ hasText: '大名单' })
    const count = await arrived.count()
    for (let at = 0; at < count; at++) {
      await arrived.nth(at).getByRole('button').first().click()
      await expect(tab.getByTestId('row-count')).toHaveAttribute('data-value', '120000')
      await tab.goBack()
      await expect(arrived).toHaveCount(count)
    }
  }
  await tab.goto(home)
  await projects(tab).filter({ hasNotText: '大名单' }).getByRole('button').first().click()
  await expect(tab.getByTestId('row-count')).toHaveAttribute('data-value', '3')
  await expect(tierOf(tab, '张三')).toHaveAttribute('data-tier', 'A')
})

test('a second tab on the same project is told, and nothing is lost', async ({ page, context }) => {
  await start(page)
  const hash = new URL(page.url()).hash
  const second = await reopen(context, hash)
  await expect(notice(second, 'storage.otherTab')).toBeVisible()
  await expect(second.getByTestId('save-state')).toHaveAttribute('data-state', 'failed')
  await setWeight(second, 7) // looks only: this must not get into the first tab's project
  await setWeight(page, 5)
  await expect(tierOf(page, '李四')).toHaveAttribute('data-tier', 'A')
  await isSaved(page)
  await expect(notice(page, 'storage.otherTab')).toHaveCount(0)
  await page.close()
  await second.close()
  const third = await reopen(context, hash)
  await expect(weightOf(third)).toHaveValue('5')
  await expect(third.getByTestId('save-state')).toHaveAttribute('data-state', 'clean')
})

test('several projects: renamed, copied, deleted and taken back', async ({ page }) => {
  await start(page)
  await page.goto(home)
  const row = (name: string) =>
    projects(page).filter({ has: page.getByText(name, { exact: true }) })
  const choose = async (name: string, item: string) => {
    await row(name).getByRole('button').last().click()
    await page.getByRole('menuitem', { name: item }).click()
  }
  const first = (await projects(page).locator('b').textContent()) ?? ''
  await choose(first, '重命名')
  await page.getByRole('dialog').getByRole('textbox').fill('甲')
  await page.keyboard.press('Enter')
  await expect(row('甲')).toBeVisible()
  await choose('甲', '复制一份')
  await expect(row('甲 副本')).toBeVisible()
  await choose('甲', '删除项目')
  await expect(row('甲')).toHaveCount(0)
  await page.getByTestId('toast').getByRole('button').click() // undo
  await expect(row('甲')).toBeVisible()
  await choose('甲', '删除项目')
  await expect(row('甲')).toHaveCount(0)

  await page.reload()
  await expect(projects(page)).toHaveCount(1)
  await projects(page).getByRole('button').first().click()
  await expect(page.getByTestId('project-name')).toContainText('甲 副本')
  await expect(page.getByTestId('row-count')).toHaveAttribute('data-value', '3')
  await expect(tierOf(page, '李四')).toHaveAttribute('data-tier', 'B')
})

test('storage that is wiped under the running app gives a notice, and what is open stays', async ({
  page,
  context,
}) => {
  await start(page)
  const session = await context.newCDPSession(page)
  await session.send('Storage.clearDataForOrigin', {
    origin: new URL(page.url()).origin,
    storageTypes: 'all',
  })
  await expect(notice(page, 'storage.lost')).toBeVisible() // at once, without an edit
  await expect(page.getByTestId('save-state')).toHaveAttribute('data-state', 'failed')
  await setWeight(page, 5)
  await expect(tierOf(page, '李四')).toHaveAttribute('data-tier', 'A')
  await expect(page.getByTestId('save-state')).toHaveAttribute('data-state', 'failed')
})
