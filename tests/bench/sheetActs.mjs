// What people do in the sheet of a million customers, from the click to the rows on show: filters, the wheel, the release of a
// weight. What is shown is checked before its time counts.

/** @typedef {{ rows: number, not: boolean } | { falls: string }} Wanted so many rows or not so many; scores that fall from row to row */

/** In the page: the sheet's rows as they stand. */
export const lookingOn = () => {
  const grid = () => document.querySelector('[role=grid]')
  const texts = (/** @type {string} */ column) =>
    [...document.querySelectorAll(`.grid-cell[aria-colindex="${column}"]`)]
      .filter((one) => !one.closest('[hidden]') && Number(one.getAttribute('aria-rowindex')) > 0)
      .sort(
        (a, b) => Number(a.getAttribute('aria-rowindex')) - Number(b.getAttribute('aria-rowindex')),
      )
      .map((one) => one.textContent ?? '')
  Object.assign(window, {
    texts,
    rowCount: () => Number(grid()?.getAttribute('aria-rowcount')),
    isFalling: (/** @type {string} */ column) => {
      const numbers = texts(column).map(Number)
      return (
        numbers.length > 5 && numbers.every((one, at) => at === 0 || one <= (numbers[at - 1] ?? 0))
      )
    },
    isThere: (/** @type {Wanted} */ wanted) =>
      Reflect.get(window, 'isDrawn')() &&
      ('falls' in wanted
        ? Reflect.get(window, 'isFalling')(wanted.falls)
        : (Number(grid()?.getAttribute('aria-rowcount')) === wanted.rows) !== wanted.not),
  })
}

/** @typedef {import('playwright').Page} Page */
/** @typedef {(name: string, value: number, limit: number, unit: string, isLeast?: boolean) => void} Say */

/**
 * The header of a column, scrolled to; its `aria-colindex`.
 * @param {Page} page
 * @param {string} name
 */
async function headOf(page, name) {
  const head = page.locator('[role=columnheader][aria-colindex]').filter({ hasText: name })
  await page.evaluate(() => document.querySelector('.grid-scroll')?.scrollTo({ left: 0 }))
  for (let turn = 0; turn < 60; turn++) {
    await page.waitForTimeout(100)
    for (const one of await head.all()) {
      const box = await one.boundingBox()
      const isOn = box && box.x > 300 && box.x + box.width < 1400 && box.width > 0
      const text = (await one.innerText()).trim().split('\n')[0]
      if (isOn && text === name)
        return { head: one, column: (await one.getAttribute('aria-colindex')) ?? '' }
    }
    await page.evaluate(() => document.querySelector('.grid-scroll')?.scrollBy({ left: 300 }))
  }
  throw new Error(`no column ${name} on show`)
}

/** @param {Page} page @param {string} name @param {string} item */
async function chosen(page, name, item) {
  const { head, column } = await headOf(page, name)
  await head.click({ button: 'right' })
  await page.getByRole('menuitem', { name: new RegExp(`^${item}`) }).click() // behind it stands its key
  return column
}

/** @param {Page} page @param {Wanted} wanted */
const shows = (page, wanted) =>
  page.waitForFunction((wanted) => Reflect.get(window, 'isThere')(wanted), wanted, {
    polling: 'raf',
    timeout: 120_000,
  })

/**
 * ms from a press until the page shows what is wanted, and its longest task meanwhile.
 * @param {Page} page
 * @param {() => Promise<unknown>} press
 * @param {Wanted} wanted
 */
async function pressed(page, press, wanted) {
  const browser = page.context().browser()
  await browser?.startTracing(page, { categories: ['toplevel'] })
  const began = performance.now()
  await press()
  await shows(page, wanted)
  const took = performance.now() - began
  const trace = JSON.parse((await browser?.stopTracing())?.toString() ?? '')
  return { took, longest: longestTask(trace.traceEvents) }
}

/** @typedef {{ name: string, pid: number, tid: number, tdur?: number, args?: { name?: string } }} TraceEvent */

/**
 * ms of the processor, which other programs of the machine do not lengthen.
 * @param {readonly TraceEvent[]} events
 */
function longestTask(events) {
  const threadOf = (/** @type {TraceEvent} */ { pid, tid }) => `${pid} ${tid}`
  const pages = new Set(
    events
      .filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain')
      .map(threadOf),
  )
  const tasks = events.filter((one) => one.name.endsWith('RunTask') && pages.has(threadOf(one)))
  if (tasks.length === 0) throw new Error('no task of the page was traced')
  return Math.max(...tasks.map(({ tdur = 0 }) => tdur / 1000))
}

/**
 * @param {Page} page
 * @param {readonly (readonly string[])[]} lines cells of the list, without its header
 * @param {Say} say
 */
export async function measureFilters(page, lines, say) {
  const total = Number(await page.evaluate('rowCount()'))
  const heads = total - lines.length
  const ok = page.getByTestId('filter-dialog').getByRole('button', { name: '确定', exact: true })
  const values = page.getByTestId('filter-values')
  const filters = [
    {
      name: '地区',
      at: 2,
      keeps: (/** @type {string} */ text) => text === '华东',
      async fill() {
        await values.getByText('全选').click()
        await values.getByText('华东').click()
      },
    },
    {
      name: '累计金额',
      at: 8,
      keeps: (/** @type {string} */ text) => Number(text.replace(/[,¥\s]/g, '')) >= 5000,
      async fill() {
        await page.getByText('按条件').click()
        await page.getByTestId('filter-condition').selectOption({ label: '大于或等于' })
        await page.getByTestId('filter-from').fill('5000')
      },
    },
    {
      name: '客户名称',
      at: 1,
      keeps: (/** @type {string} */ text) => text.includes('食品有限'),
      async fill() {
        await page.getByTestId('filter-search').fill('食品有限')
        await values.getByText('食品有限').first().waitFor({ timeout: 60_000 })
      },
    },
  ]
  for (const { name, at, keeps, fill } of filters) {
    const column = await chosen(page, name, '筛选…')
    await values.getByText('全选').waitFor({ timeout: 60_000 })
    await fill()
    const wanted = heads + lines.filter((cells) => keeps(cells[at] ?? '')).length
    const { took, longest } = await pressed(page, () => ok.click(), { rows: total, not: true })
    const shown = /** @type {string[]} */ (await page.evaluate(`texts('${column}')`))
    const rows = Number(await page.evaluate('rowCount()'))
    if (rows !== wanted) throw new Error(`${name}: ${rows} rows and headers, not ${wanted}`)
    const wrong = shown.find((text) => !keeps(text))
    if (shown.length < 5 || wrong !== undefined) throw new Error(`${name}: ${wrong} is on show`)
    say(`filter by ${name}, until its rows are on show`, took, 1500, 'ms')
    say(`filter by ${name}, the page's longest task`, longest, 50, 'ms')
    await chosen(page, name, '清除这一列的筛选')
    await shows(page, { rows: total, not: false })
  }
}

/**
 * Real wheel events, as many as come in three seconds.
 * @param {Page} page
 * @param {Say} say
 */
export async function measureWheel(page, say) {
  const box = await page.locator('.grid-scroll').boundingBox()
  if (!box) throw new Error('no sheet')
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2)
  for (const [name, right, down] of /** @type {const} */ ([
    ['down', 0, 120],
    ['sideways', 120, 0],
  ])) {
    const place =
      '(({ scrollTop, scrollLeft }) => scrollTop + scrollLeft)(document.querySelector(".grid-scroll"))'
    const before = Number(await page.evaluate(place))
    const counting = page.evaluate('frames(3000, 0, 0)')
    const until = performance.now() + 2900
    let turns = 0
    for (; performance.now() < until; turns++) await page.mouse.wheel(right, down)
    const { perSecond, longest } = /** @type {{ perSecond: number, longest: number }} */ (
      await counting
    )
    const moved = Number(await page.evaluate(place)) - before
    if (moved < 300) throw new Error(`the wheel has moved the sheet by ${moved} px`)
    say(
      `wheel ${name}, ${turns} turns, longest ${longest.toFixed(0)} ms`,
      perSecond,
      50,
      'frames/s',
      true,
    )
  }
}

/**
 * A weight is dragged while the sheet is sorted by score; from its release until the rows stand in their new order.
 * @param {Page} page
 * @param {Say} say
 */
export async function measureRelease(page, say) {
  await chosen(page, '得分', '从大到小排序')
  const { column } = await headOf(page, '得分')
  await shows(page, { falls: column })
  const slider = await page.getByTestId('criterion-1-weight').boundingBox()
  if (!slider) throw new Error('no slider')
  const tooks = []
  const tasks = []
  for (const share of [0.9, 0.05, 0.8, 0.1]) {
    const y = slider.y + slider.height / 2
    const from = Number(await page.getByTestId('criterion-1-weight').inputValue())
    await page.mouse.move(slider.x + 7 + ((slider.width - 14) * from) / 100, y)
    await page.mouse.down()
    await page.mouse.move(slider.x + slider.width * share, y, { steps: 12 })
    await page.waitForTimeout(800) // the last step of the drag is on show
    if (await page.evaluate(`isFalling('${column}')`))
      throw new Error('the rows are sorted while the weight is dragged')
    const { took, longest } = await pressed(page, () => page.mouse.up(), { falls: column })
    tooks.push(took)
    tasks.push(longest)
  }
  const middle = (/** @type {number[]} */ list) =>
    list.sort((a, b) => a - b)[list.length >> 1] ?? NaN
  say('release of a weight, until rows stand by their new scores', middle(tooks), 1500, 'ms')
  say("release of a weight, the page's longest task", middle(tasks), 50, 'ms')
}
