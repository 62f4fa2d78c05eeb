// `node tests/bench/scaling.mjs`: is the last of 1,000,000 rows reached and drawn whole, whatever the screen's scaling?
// By launch flag: the scale that Playwright emulates does not show where the browser cuts an element off.
import { resolve } from 'node:path'
import { chromium } from 'playwright'
import { build } from 'vite'
import { launchOptions } from '../browser.mjs'

const rows = 1_000_000
const scales = process.argv.slice(2).map(Number)
const root = resolve(import.meta.dirname, '../..')

/** The sheet alone, as a script and its looks. */
async function sheet() {
  const built = await build({
    root,
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      lib: { entry: 'src/grid/index.ts', formats: ['iife'], name: 'grid', fileName: 'grid' },
    },
  })
  const [result] = [built].flat()
  const files = result && 'output' in result ? result.output : []
  const script = files.find((file) => file.type === 'chunk')
  const looks = files.find((file) => file.fileName.endsWith('.css'))
  return {
    script: script?.type === 'chunk' ? script.code : '',
    looks: looks?.type === 'asset' ? String(looks.source) : '',
  }
}

/** Runs in the page: a sheet of texts by place, and where its rows stand after each way to the end. */
async function measure(/** @type {number} */ rowCount) {
  const none = () => {}
  const main = document.createElement('main')
  main.style.cssText = 'position:fixed;inset:0'
  document.body.append(main)
  const column = (/** @type {number} */ at) => ({
    id: String(at),
    title: String(at),
    group: null,
    width: 90,
    align: 'start',
    frozen: at === 0,
    computed: false,
    sort: null,
    hint: null,
    editor: { kind: 'text' },
  })
  const source = {
    rowCount,
    columns: Array.from({ length: 40 }, (_, at) => column(at)),
    cell: (/** @type {number} */ row, /** @type {number} */ at) => ({
      text: `r${row}c${at}`,
      state: 'plain',
      hint: null,
      changed: false,
      hit: false,
    }),
    rowLabel: (/** @type {number} */ row) => ({ text: String(row + 1), changed: false }),
    want: none,
    selected: none,
    copyText: () => null,
  }
  const words = {
    label: 'x',
    loading: '',
    tooLarge: '',
    empty: '',
    sorted: String,
    sortBy: String,
    selected: String,
  }
  const view = new /** @type {any} */ (window).grid.Sheet(main, source, {}, words, 'sheet')
  const frames = async () => {
    for (let at = 0; at < 4; at++) await new Promise(requestAnimationFrame)
  }
  const scroller = /** @type {HTMLElement} */ (main.querySelector('[role=grid]'))
  /** The last row that is drawn whole: its number, its text, px to the lower edge, px off the grid of the screen. */
  const last = () => {
    const { bottom } = scroller.getBoundingClientRect()
    const edge = bottom - (scroller.offsetHeight - scroller.clientHeight)
    const shown = [...main.querySelectorAll('.grid-row:not([hidden])')]
      .map((row) => ({ row, box: row.getBoundingClientRect() }))
      .filter(({ box }) => box.bottom <= edge + 0.5)
      .sort((one, other) => other.box.bottom - one.box.bottom)
    const found = shown[0]
    if (!found) return { number: 0, text: '', gap: NaN, off: NaN }
    const device = found.box.top * devicePixelRatio
    return {
      number: Number(found.row.querySelector('.grid-number')?.textContent),
      text: found.row.querySelector('.grid-cell:not([hidden])')?.textContent ?? '',
      gap: edge - found.box.bottom,
      off: Math.abs(device - Math.round(device)),
    }
  }
  await frames()
  const result = {
    ratio: devicePixelRatio,
    row: view.rowHeight,
    ways: /** @type {Record<string, ReturnType<typeof last>>} */ ({}),
  }
  scroller.scrollTop = 1e9 // the thumb
  await frames()
  result.ways['thumb'] = last()
  scroller.scrollTop = 0
  await frames()
  view.reveal(rowCount - 1, 0) // Ctrl+End
  await frames()
  result.ways['key'] = last()
  view.reveal(rowCount - 300, 0)
  await frames()
  for (let at = 0; at < 200; at++) {
    scroller.scrollTop += 120 // the wheel
    await new Promise(requestAnimationFrame)
  }
  await frames()
  result.ways['wheel'] = last()
  return result
}

const { script, looks } = await sheet()
const options = launchOptions()
let failed = 0
for (const scale of scales.length > 0 ? scales : [1, 1.25, 1.5, 2, 5, 7.5]) {
  const args = [
    ...options.args,
    '--no-sandbox',
    `--force-device-scale-factor=${scale}`,
    '--window-size=1280,800',
  ]
  const browser = await chromium.launch({ ...options, args })
  const context = await browser.newContext({ viewport: null }) // else the scale is emulated
  const page = await context.newPage()
  await page.setContent('<!doctype html><body></body>')
  await page.addStyleTag({ content: looks })
  await page.addScriptTag({ content: script })
  const { ratio, row, ways } = await page.evaluate(measure, rows)
  for (const [way, { number, text, gap, off }] of Object.entries(ways)) {
    const good = number === rows && text === `r${rows - 1}c0` && gap < 1 && off < 0.02
    failed += Number(!good)
    console.log(
      `${good ? 'ok  ' : 'FAIL'} scale ${scale} (ratio ${ratio}, row ${row} px) by ${way}: row ${number}, “${text}”, ` +
        `${gap.toFixed(2)} px above the edge, ${off.toFixed(3)} of a px off the screen's`,
    )
  }
  await browser.close()
}
process.exit(failed > 0 ? 1 : 0)
