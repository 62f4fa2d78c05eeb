// The sheet of a million customers and 40 columns as the page feels it: first paint, wheel, jumps, memory, cells written while a
// weight is dragged, sorting and filtering from the page, cancelled and whole. Needs a built site (`npm run build`).
import { spawn } from 'node:child_process'
import { createWriteStream, mkdtempSync, rmSync } from 'node:fs'
import { once } from 'node:events'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from 'playwright'
import { launchOptions } from '../browser.mjs'
import { withCustomersCsv } from './customersCsv.mjs'
import { lookingOn, measureFilters, measureRelease, measureWheel } from './sheetActs.mjs'

const port = 4500 + (process.pid % 200)
const columns = 40

/** In the page: waits, frame by frame, until the cells on show have their texts. */
const watching = () => {
  const cells = () =>
    [...document.querySelectorAll('.grid-cell')].filter((one) => !one.closest('[hidden]'))
  const isDrawn = () => {
    const shown = cells()
    return shown.length > 0 && shown.every((one) => one.getAttribute('aria-busy') !== 'true')
  }
  const rowsOf = () =>
    cells()
      .map((one) => Number(one.getAttribute('aria-rowindex')))
      .filter((row) => row > 0)
  /** ms from `act` until `wanted` holds at the end of a frame. */
  const until = (/** @type {() => void} */ act, /** @type {() => boolean} */ wanted) =>
    new Promise((resolve) => {
      const began = performance.now()
      act()
      const look = () => {
        if (wanted() && isDrawn()) resolve(performance.now() - began)
        else requestAnimationFrame(look)
      }
      requestAnimationFrame(look)
    })
  const grid = () => /** @type {HTMLElement} */ (document.querySelector('.grid-scroll'))
  Object.assign(window, {
    isDrawn,
    firstPaint: () => {
      const tab = document.querySelector('[data-testid="nav-grade"]')
      return until(
        () => /** @type {HTMLElement} */ (tab).click(),
        () => document.querySelector('.grid-scroll') !== null,
      )
    },
    jump: (/** @type {number} */ share) => {
      const before = Math.min(...rowsOf())
      return until(
        () => (grid().scrollTop = share * (grid().scrollHeight - grid().clientHeight)),
        () => Math.abs(Math.min(...rowsOf()) - before) > 1000,
      )
    },
    firstText: () =>
      cells()
        .filter((one) => Number(one.getAttribute('aria-rowindex')) === Math.min(...rowsOf()))
        .map((one) => one.textContent)
        .join(' '),
    lastRow: () => Math.max(...rowsOf()),
    /** Frames a second, and the cells whose text was written, while `act` goes on in the page's own frames. */
    frames: (/** @type {number} */ ms, /** @type {number} */ down, /** @type {number} */ right) =>
      new Promise((resolve) => {
        let frames = 0
        let writes = 0
        let longest = 0
        let last = performance.now()
        const seen = new MutationObserver((list) => (writes += list.length))
        seen.observe(grid(), { subtree: true, characterData: true, childList: true })
        const began = last
        const turn = () => {
          const now = performance.now()
          longest = Math.max(longest, now - last)
          last = now
          frames++
          grid().scrollTop += down
          grid().scrollLeft += right
          if (now - began < ms) requestAnimationFrame(turn)
          else {
            seen.disconnect()
            resolve({
              perSecond: (frames * 1000) / (now - began),
              writes: writes / frames,
              longest,
            })
          }
        }
        requestAnimationFrame(turn)
      }),
  })
}

/**
 * The cells written, without their header.
 * @param {string} path @param {number} rows @param {(rows: number, seed?: number) => string} customersCsv
 */
async function write(path, rows, customersCsv) {
  const file = createWriteStream(path)
  const lines = customersCsv(rows).trimEnd().split('\n')
  const extra = columns - 12
  const head = Array.from({ length: extra }, (_, at) => `指标${at + 1}`)
  let text = ''
  for (const [at, line] of lines.entries()) {
    const more = at === 0 ? head : head.map((_, column) => (at * (column + 7)) % 997)
    text += `${line},${more.join(',')}\n`
    if (text.length < 4e6) continue
    if (!file.write(text)) await once(file, 'drain')
    text = ''
  }
  file.end(text)
  await once(file, 'finish')
  return lines.slice(1).map((line) => line.split(','))
}

/** @param {number} rows */
export async function measureSheet(rows = 1_000_000) {
  const folder = mkdtempSync(join(tmpdir(), 'tiersheet-bench-'))
  const list = join(folder, 'wide.csv')
  /** @type {readonly (readonly string[])[]} */
  let lines = []
  await withCustomersCsv(async (customersCsv) => {
    lines = await write(list, rows, customersCsv)
  })

  const server = spawn(process.execPath, [
    join(import.meta.dirname, '../serve.mjs'),
    String(port),
    '/',
  ])
  await new Promise((resolve) => server.stdout.once('data', resolve))
  const browser = await chromium.launch(launchOptions())
  /** @type {{ case: string, rows: number, ratio: number, goal: number, ok: string }[]} */
  const found = []
  /** @param {string} name @param {number} value @param {number} limit @param {string} unit @param {boolean} isLeast */
  const say = (name, value, limit, unit, isLeast = false) => {
    const ratio = isLeast ? limit / value : value / limit
    const ok = ratio <= 1 ? 'ok' : 'over'
    found.push({ case: `sheet: ${name}`, rows, ratio, goal: 1, ok })
    console.log(
      `sheet: ${name} | ${rows} | ${value.toFixed(1)} ${unit} | of ${limit} | ${ratio.toFixed(3)} | 1 | ${ok}`,
    )
  }
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
    await page.addInitScript(watching)
    await page.addInitScript(lookingOn)
    const protocol = await page.context().newCDPSession(page)
    const heap = async () => {
      await protocol.send('HeapProfiler.collectGarbage')
      const { usedSize } = await protocol.send('Runtime.getHeapUsage')
      return usedSize / 2 ** 20
    }
    await page.goto(`http://localhost:${port}/?lang=zh&fresh`)
    await page.getByTestId('sample-template').waitFor()
    await page.getByTestId('file-input').setInputFiles(list)
    await page.getByTestId('import-confirm').waitFor({ timeout: 600_000 })
    await page.getByTestId('import-confirm').click()
    await page.getByTestId('tier-card-A').waitFor({ timeout: 600_000 })
    await page.waitForTimeout(20_000) // saving
    await page.getByTestId('nav-data').click()
    await page.waitForTimeout(2000)
    const without = await heap()
    /** @template T @param {string} script @returns {Promise<T>} */
    const run = (script) => page.evaluate(script)
    /** @param {number[]} list */
    const middle = (list) => list.sort((a, b) => a - b)[list.length >> 1] ?? NaN

    const paints = []
    for (let round = 0; round < 5; round++) {
      paints.push(await run('firstPaint()'))
      if (round === 4) break
      await page.getByTestId('nav-data').click()
      await page.waitForTimeout(500)
    }
    say('first paint with its texts', middle(paints), 200, 'ms')
    await page.waitForTimeout(1000)

    /** @typedef {{ perSecond: number, writes: number, longest: number }} Frames */
    for (const [name, down, right] of /** @type {const} */ ([
      ['down', 100, 0],
      ['sideways', 0, 40],
    ])) {
      /** @type {Frames} */
      const { perSecond, writes, longest } = await run(`frames(2000, ${down}, ${right})`)
      say(
        `scrolling ${name}, longest ${longest.toFixed(0)} ms, ${writes.toFixed(0)} writes a frame`,
        perSecond,
        50,
        'frames/s',
        true,
      )
    }
    const jumps = []
    for (const share of [0.5, 0.1, 0.9, 0.3, 0.7, 0.2, 0.8]) jumps.push(await run(`jump(${share})`))
    say('jump to a row with its texts', middle(jumps), 100, 'ms')
    await run('jump(1)')
    const lastRow = await run('lastRow()')
    if (lastRow < rows) throw new Error(`the last row on show is ${lastRow}`)
    say('page memory of the sheet', (await heap()) - without, 20, 'MB')

    await run('jump(0)')
    await page.evaluate(() => document.querySelector('.grid-scroll')?.scrollTo({ left: 0 }))
    await page.waitForTimeout(500)
    const counting = run('frames(3000, 0, 0)')
    const steps = 8
    for (let step = 0; step < steps; step++) {
      await page.getByTestId('criterion-1-weight').press('ArrowRight')
      await page.waitForTimeout(300)
    }
    /** @type {Frames} */
    const { writes, perSecond } = await counting
    const shown = Number(await page.locator('.grid-cell:visible').count())
    const written = (writes * perSecond * 3) / steps
    say(`cells written at one step of a weight, of ${shown} on show`, written, shown, 'cells')

    for (const column of [1, 2, 3, 4]) {
      const frames = run('frames(1500, 0, 0)')
      const { took, title } = await sortedBy(page, column)
      /** @type {Frames} */
      const { longest } = await frames
      say(`sort by ${title}, the page's longest frame ${longest.toFixed(0)} ms`, took, 1500, 'ms')
    }
    await page.evaluate(() => document.querySelector('.grid-scroll')?.scrollTo({ top: 0, left: 0 }))
    await measureFilters(page, lines, say)
    await measureWheel(page, say)
    await page.evaluate(() => document.querySelector('.grid-scroll')?.scrollTo({ top: 0, left: 0 }))
    await measureRelease(page, say)
    return found
  } finally {
    await browser.close()
    server.kill()
    rmSync(folder, { recursive: true, force: true })
  }
}

/**
 * Sorts by the menu of a header; ms until the first row on show is another one.
 * @param {import('playwright').Page} page
 * @param {number} column
 */
async function sortedBy(page, column) {
  const head = page.locator(`[role=columnheader][aria-colindex="${column}"][aria-sort]`).last()
  const title = (await head.innerText()).trim().split('\n')[0] ?? ''
  await head.click({ button: 'right' })
  const before = await page.evaluate('firstText()')
  const item = page.getByRole('menuitem', { name: '从大到小排序', exact: true })
  await item.waitFor()
  const began = performance.now()
  await item.click()
  await page.waitForFunction((text) => Reflect.get(window, 'firstText')() !== text, before, {
    polling: 'raf',
  })
  return { took: performance.now() - began, title }
}
