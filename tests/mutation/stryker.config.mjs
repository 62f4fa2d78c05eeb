import { existsSync, mkdirSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const root = join(import.meta.dirname, '../..')
const workshop = join(tmpdir(), 'tiersheet-mutation') // not below node_modules, where no test is looked for

// the golden tests look for published results beside the copy of the project
const data = join(root, '../shared')
if (existsSync(data)) {
  mkdirSync(workshop, { recursive: true })
  if (!existsSync(join(workshop, 'shared'))) symlinkSync(data, join(workshop, 'shared'))
}

/** `npm run test:mutation`: every mutant of scheme and grading, one run of the tests that reach it each. */
/** @type {import('@stryker-mutator/api/core').PartialStrykerOptions} */
export default {
  mutate: ['src/scheme/**/*.ts', 'src/grading/**/*.ts'],
  testRunner: 'vitest',
  plugins: ['@stryker-mutator/vitest-runner'],
  vitest: { configFile: 'tests/mutation/vitest.config.ts', related: false },
  coverageAnalysis: 'perTest',
  ignoreStatic: true,
  incremental: true,
  incrementalFile: 'node_modules/.cache/mutation/incremental.json',
  tempDirName: workshop,
  cleanTempDir: 'always',
  ignorePatterns: ['/dist', '/public', '/test-results', '/.shots', '/tests/{bench,component,e2e}'],
  reporters: ['clear-text', 'progress-append-only', 'json', 'html'],
  jsonReporter: { fileName: 'node_modules/.cache/mutation/report.json' },
  htmlReporter: { fileName: 'node_modules/.cache/mutation/report.html' },
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
  concurrency: 2,
  timeoutMS: 10_000,
}
