import { svelte } from '@sveltejs/vite-plugin-svelte'
import { resolve } from 'node:path'
import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** A mutant is done with at the first test that fails: those that say most in the least time go first. */
const turns = ['/unit/', '/golden/', '/contracts/']

class QuickFirst extends BaseSequencer {
  override sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const turnOf = ({ moduleId }: TestSpecification) =>
      turns.findIndex((folder) => moduleId.includes(folder))
    return Promise.resolve(files.toSorted((a, b) => turnOf(a) - turnOf(b)))
  }
}

/** `MUTATION_TESTS=quick`: a lower bound in half of the time, since a mutant that survives meets every test. */
const isQuick = process.env['MUTATION_TESTS'] === 'quick'

/**
 * The tests that say what schemes and grades are; those that pass through them on their way stay out: what they load
 * would be loaded for each mutant.
 */
export default defineConfig({
  root: resolve(import.meta.dirname, '../..'),
  plugins: [svelte({ configFile: false })],
  test: {
    environment: 'node',
    isolate: false, // what is kept between tests hangs on their own tables
    sequence: { sequencer: QuickFirst },
    include: [
      'tests/unit/{scheme,grading}/**/*.test.ts',
      'tests/golden/{grading,methods,scoring}.test.ts',
      'tests/contracts/**/*.test.ts',
    ],
    exclude: ['tests/contracts/models.test.ts', ...(isQuick ? ['**/workbook.test.ts'] : [])],
    setupFiles: ['tests/unit/setup.ts'],
    testTimeout: 20_000,
  },
  resolve: { conditions: ['browser'] },
})
