// What the page feels with 100,000 customers: the longest gap of its thread while importing and while a weight is dragged,
// and the engine's own time per regrade; then an import of a million, cancelled and whole. Needs a built site (`npm run build`).
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from 'playwright'
import { launchOptions } from '../browser.mjs'
import { withCustomersCsv } from './customersCsv.mjs'

const port = 4700 + (process.pid % 200)

/** Longest time between two turns of the page's thread since the last call, and the number of long tasks. */
const startGaps = () => {
  const state = { longest: 0, last: performance.now(), long: 0 }
  const turn = () => {
    const now = performance.now()
    state.longest = Math.max(state.longest, now - state.last)
    state.last = now
    channel.port2.postMessage(null)
  }
  const channel = new MessageChannel()
  channel.port1.onmessage = turn
  channel.port2.postMessage(null)
  new PerformanceObserver((list) => (state.long += list.getEntries().length)).observe({
    type: 'longtask',
  })
  Object.assign(window, {
    takeGaps: () => {
      const taken = { longest: state.longest, long: state.long }
      state.longest = 0
      state.long = 0
      state.last = performance.now()
      return taken
    },
  })
}

export async function measurePage(rows = 100_000, longRows = 1_000_000) {
  // by its path: a buffer would go through the page's own thread
  const folder = mkdtempSync(join(tmpdir(), 'tiersheet-bench-'))
  const list = join(folder, 'list.csv')
  const longList = join(folder, 'long.csv')
  await withCustomersCsv((customersCsv) => {
    writeFileSync(list, customersCsv(rows))
    writeFileSync(longList, customersCsv(longRows))
  })

  const server = spawn(process.execPath, [
    join(import.meta.dirname, '../serve.mjs'),
    String(port),
    '/',
  ])
  await new Promise((resolve) => server.stdout.once('data', resolve))
  const browser = await chromium.launch(launchOptions())
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
    await page.addInitScript(startGaps)
    await page.goto(`http://localhost:${port}/?lang=zh&fresh`)
    await page.getByTestId('sample-template').waitFor()
    /** @returns {Promise<{ longest: number, long: number }>} */
    const gaps = () => page.evaluate('takeGaps()')
    const say = (
      /** @type {string} */ what,
      /** @type {{ longest: number, long: number }} */ gap,
      more = '',
    ) =>
      console.log(
        `${what} | longest gap ${gap.longest.toFixed(1)} ms | long tasks ${gap.long} | ${more}`,
      )

    await gaps()
    let began = performance.now()
    await page.getByTestId('file-input').setInputFiles(list)
    await page.getByTestId('import-confirm').waitFor({ timeout: 120_000 })
    say(`import ${rows}: plan`, await gaps(), `${(performance.now() - began).toFixed(0)} ms`)
    began = performance.now()
    await page.getByTestId('import-confirm').click()
    await page.getByTestId('tier-card-A').waitFor({ timeout: 120_000 })
    say(`import ${rows}: run`, await gaps(), `${(performance.now() - began).toFixed(0)} ms`)
    await page.waitForTimeout(3000)
    say('after import: save', await gaps())

    await dragWeight(page, rows, gaps, say)
    await page.getByTestId('sheet').hover()
    for (let step = 0; step < 60; step++) {
      await page.mouse.wheel(0, 900)
      await page.waitForTimeout(16)
    }
    say('scroll the sheet', await gaps())

    await page.goto(`http://localhost:${port}/?lang=zh&fresh`)
    await page.getByTestId('sample-template').waitFor()
    await gaps()
    await page.getByTestId('file-input').setInputFiles(longList)
    await page.getByRole('progressbar').first().waitFor()
    await page.waitForTimeout(1000)
    began = performance.now()
    await page.getByRole('button', { name: '取消' }).first().click()
    await page.getByTestId('sample-template').waitFor({ timeout: 5_000 })
    say(`import ${longRows}: cancel`, await gaps(), `${(performance.now() - began).toFixed(0)} ms`)
    began = performance.now()
    await page.getByTestId('file-input').setInputFiles(longList)
    await page.getByTestId('import-confirm').waitFor({ timeout: 240_000 })
    say(`import ${longRows}: plan`, await gaps(), `${(performance.now() - began).toFixed(0)} ms`)
    began = performance.now()
    await page.getByTestId('import-confirm').click()
    await page.getByTestId('tier-card-A').waitFor({ timeout: 240_000 })
    say(`import ${longRows}: run`, await gaps(), `${(performance.now() - began).toFixed(0)} ms`)
    await page.waitForTimeout(20_000) // saving
    return [await dragWeight(page, longRows, gaps, say)]
  } finally {
    await browser.close()
    server.kill()
    rmSync(folder, { recursive: true, force: true })
  }
}

/**
 * Drags for two seconds as fast as frames come, and counts the frames of which each showed another grade.
 * @param {import('playwright').Page} page
 * @param {number} rows
 * @param {() => Promise<{ longest: number, long: number }>} gaps
 * @param {(what: string, gap: { longest: number, long: number }, more?: string) => void} say
 */
async function dragWeight(page, rows, gaps, say) {
  const slider = page.getByTestId('criterion-1-weight')
  await slider.scrollIntoViewIfNeeded()
  const box = await slider.boundingBox()
  if (!box) throw new Error('the slider is not on show')
  const at = (/** @type {number} */ share) => box.x + 8 + (box.width - 16) * share
  await page.mouse.move(at(0.5), box.y + box.height / 2)
  await page.mouse.down()
  await page.mouse.move(at(0.55), box.y + box.height / 2)
  await page.waitForTimeout(500)
  const counting = page.evaluate(
    () =>
      new Promise((resolve) => {
        const times = /** @type {number[]} */ ([])
        let frames = 0
        let grades = 0
        const shown = document.querySelector('[data-testid="tier-card-A"]')
        const seen = new MutationObserver(() => grades++)
        if (shown)
          seen.observe(shown, {
            subtree: true,
            characterData: true,
            childList: true,
            attributes: true,
          })
        const began = performance.now()
        const turn = () => {
          frames++
          times.push(
            Number(document.querySelector('[data-testid="grade-ms"]')?.getAttribute('data-value')),
          )
          if (performance.now() - began < 2000) requestAnimationFrame(turn)
          else {
            seen.disconnect()
            const seconds = (performance.now() - began) / 1000
            resolve({ frames: frames / seconds, grades: grades / seconds, times })
          }
        }
        requestAnimationFrame(turn)
      }),
  )
  await gaps()
  let done = false
  const counted = counting.then((found) => ((done = true), found))
  for (let step = 0; !done; step++) {
    await page.mouse.move(at(0.5 + 0.4 * Math.sin(step / 8)), box.y + box.height / 2)
    await page.waitForTimeout(8)
  }
  const { frames, grades, times } =
    /** @type {{ frames: number, grades: number, times: number[] }} */ (await counted)
  const gap = await gaps()
  await page.mouse.up()
  times.sort((a, b) => a - b)
  say(
    `drag a weight, ${rows}`,
    gap,
    `${frames.toFixed(0)} frames/s, ${grades.toFixed(0)} changes of the tier card/s, ` +
      `grade-ms median ${times[times.length >> 1]}, max ${times.at(-1)}`,
  )
  await page.waitForTimeout(500)
  say('release', await gaps())
  const ok = frames >= 50 && gap.long === 0 ? 'ok' : 'over'
  return {
    case: `page: drag a weight, long tasks ${gap.long}`,
    rows,
    ratio: 50 / frames,
    goal: 1,
    ok,
  }
}
