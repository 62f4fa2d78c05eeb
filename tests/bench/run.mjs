// `npm run bench [-- --only grade --quick --json file --browser]`: timings as ratios to a yardstick measured in the same
// run, round by round in turn, so that noise hits both alike. A result is checked before its time counts.
import { writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { createServer } from 'vite'

const { values: options } = parseArgs({
  options: {
    only: { type: 'string' },
    json: { type: 'string' },
    quick: { type: 'boolean', default: false },
    browser: { type: 'boolean', default: false },
  },
})

if (options.browser) {
  const { measurePage } = await import('./page.mjs')
  await measurePage()
  process.exit(0)
}

/**
 * @typedef {{ name: string, rows: number, goal: number | null, yardstick: string,
 *   rounds?: number, run: () => unknown, against: () => unknown, took?: (result: unknown) => number,
 *   check: (result: unknown) => string | null }} Case
 */
const server = await createServer({
  configFile: false,
  root: join(import.meta.dirname, '../../src'),
  server: { middlewareMode: true, hmr: false, ws: false, watch: null },
  appType: 'custom',
  logLevel: 'error',
  optimizeDeps: { noDiscovery: true },
})
const { cases } = await server.ssrLoadModule(join(import.meta.dirname, 'cases.ts'))

const rounds = options.quick ? 3 : 9
const median = (/** @type {number[]} */ list) =>
  list.toSorted((a, b) => a - b)[Math.floor(list.length / 2)] ?? NaN
const time = async (/** @type {() => unknown} */ work) => {
  const began = performance.now()
  const result = await work()
  return { ms: performance.now() - began, result }
}

/** @type {({ case: string, rows: number, ratio: number, goal: number | null, ok: string } & Record<string, unknown>)[]} */
const rows = []
console.log(
  `${process.version} · ${cpus().length} × ${cpus()[0]?.model ?? '?'} · ${rounds} rounds, in turn\n`,
)
console.log('case | rows | median ms | min ms | yardstick | ratio | goal | ok')
for (const make of cases) {
  /** @type {Case | { name: string, skipped: string }} */
  const each = await make()
  if (options.only && !each.name.startsWith(options.only)) continue
  if ('skipped' in each) {
    console.log(`${each.name} | skipped: ${each.skipped}`)
    continue
  }
  const fault = each.check((await time(each.run)).result)
  await time(each.against)
  const own = []
  const ratios = []
  for (let round = 0; round < Math.min(rounds, each.rounds ?? rounds); round++) {
    const a = await time(each.run)
    const b = await time(each.against)
    own.push(a.ms)
    ratios.push(a.ms / (each.took?.(b.result) ?? b.ms))
  }
  const ratio = median(ratios)
  const ok = fault
    ? `WRONG: ${fault}`
    : each.goal === null
      ? ''
      : ratio <= each.goal
        ? 'ok'
        : 'over'
  const row = {
    case: each.name,
    rows: each.rows,
    median: median(own),
    min: Math.min(...own),
    yardstick: each.yardstick,
    ratio,
    goal: each.goal,
    ok,
  }
  rows.push(row)
  console.log(
    [
      row.case,
      row.rows,
      row.median.toFixed(2),
      row.min.toFixed(2),
      row.yardstick,
      ratio.toFixed(3),
      each.goal ?? '–',
      ok,
    ].join(' | '),
  )
}
if (!options.only || 'import: memory'.startsWith(options.only)) {
  const { customersCsv } = await server.ssrLoadModule(join(import.meta.dirname, 'customers.ts'))
  const { measureMemory } = await import('./memory.mjs')
  const goal = 4
  const count = 1_000_000 // a shorter list would measure the code and the collector's own room
  const { bytes, peak, fault } = await measureMemory(count, customersCsv)
  const ok = fault ? `WRONG: ${fault}` : peak / bytes <= goal ? 'ok' : 'over'
  const megabytes = (/** @type {number} */ size) => `${Math.round(size / 2 ** 20)} MB`
  console.log(
    `import: memory | ${count} | peak ${megabytes(peak)} over an idle process | file of ${megabytes(bytes)} | ` +
      `${(peak / bytes).toFixed(3)} | ${goal} | ${ok}`,
  )
  rows.push({ case: 'import: memory', rows: count, ratio: peak / bytes, goal, ok })
}
await server.close()
if (options.json)
  writeFileSync(
    options.json,
    JSON.stringify({ node: process.version, cpu: cpus()[0]?.model, cases: rows }, null, 2),
  )
process.exit(rows.some((row) => row.ok.startsWith('WRONG')) ? 1 : 0)
