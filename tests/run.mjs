// `npm test`: every check in order, each shown as it runs; ends with one line `N passed, N failed` for people and CI.
import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..')
const reports = mkdtempSync(join(tmpdir(), 'tiersheet-tests-'))
const report = (/** @type {string} */ name) => join(reports, `${name}.json`)
const bin = (/** @type {string} */ path) => join(root, 'node_modules', path)

/** @typedef {{ name: string, args: string[], report?: string, env?: Record<string, string> }} Step */
const lint = [bin('eslint/bin/eslint.js'), '-c', 'tests/static/eslint.config.js', '.']
/** Each needs one core: they run side by side and are shown one after another. @type {Step[]} */
const readers = [
  // each component makes a new program of types: as long as all other files together
  { name: 'lint of components', args: [...lint, '--ignore-pattern', '**/*.{ts,js,mjs}'] },
  { name: 'lint', args: [...lint, '--ignore-pattern', '**/*.svelte'] },
  {
    name: 'types',
    args: [
      bin('svelte-check/bin/svelte-check'),
      '--tsconfig',
      'tsconfig.json',
      '--fail-on-warnings',
    ],
  },
  {
    name: 'format',
    args: [bin('prettier/bin/prettier.cjs'), '--check', '--log-level', 'warn', '.'],
  },
]
/** @type {Step[]} */
const steps = [
  ...['unit', 'component'].map((project) => ({
    name: project,
    args: [
      bin('vitest/vitest.mjs'),
      'run',
      '--project',
      project,
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${report(project)}`,
    ],
    report: report(project),
  })),
  { name: 'build', args: [bin('vite/bin/vite.js'), 'build', '--logLevel', 'warn'] },
  {
    name: 'end-to-end',
    args: [bin('@playwright/test/cli.js'), 'test', '-c', 'tests/e2e/playwright.config.ts'],
    report: report('e2e'),
    env: { PLAYWRIGHT_JSON_OUTPUT_NAME: report('e2e') },
  },
]

/** @param {Step} step @returns {{ passed: number, failed: number }} */
function count(step, /** @type {boolean} */ ok) {
  if (!step.report) return { passed: ok ? 1 : 0, failed: ok ? 0 : 1 }
  try {
    const result = JSON.parse(readFileSync(step.report, 'utf8'))
    const counts = result.stats
      ? { passed: result.stats.expected + result.stats.flaky, failed: result.stats.unexpected }
      : { passed: result.numPassedTests, failed: result.numFailedTests }
    if (counts.passed + counts.failed === 0) return { passed: 0, failed: 1 }
    if (!ok && counts.failed === 0) counts.failed = 1
    return counts
  } catch {
    return { passed: 0, failed: 1 }
  }
}

let passed = 0
let failed = 0
/** @type {string[]} */
const lines = []
/** @param {Step} step @param {boolean} isShown @returns {Promise<string>} what it said, where that is not shown as it comes */
async function take(step, isShown) {
  if (isShown) console.log(`\n── ${step.name}`)
  const began = Date.now()
  const run = spawn(process.execPath, step.args, {
    cwd: root,
    stdio: isShown ? 'inherit' : ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...step.env },
  })
  let said = ''
  for (const stream of [run.stdout, run.stderr]) stream?.on('data', (text) => (said += text))
  /** @type {number | null} */
  const status = await new Promise((resolve) => {
    run.on('error', () => resolve(null))
    run.on('close', resolve)
  })
  const counts = count(step, status === 0)
  passed += counts.passed
  failed += counts.failed
  const seconds = Math.round((Date.now() - began) / 1000)
  lines.push(
    `${counts.failed === 0 ? '✓' : '✗'} ${step.name} ${counts.passed} passed, ${counts.failed} failed, ${seconds} s`,
  )
  return said
}

console.log(`── ${readers.map(({ name }) => name).join(', ')}`)
const said = await Promise.all(readers.map((step) => take(step, false)))
for (const [at, { name }] of readers.entries()) console.log(`\n── ${name}\n${said[at]}`)
for (const step of steps) await take(step, true)
rmSync(reports, { recursive: true, force: true })
console.log(`\n${lines.join('\n')}\n${passed} passed, ${failed} failed`)
process.exit(failed === 0 && passed > 0 ? 0 : 1)
