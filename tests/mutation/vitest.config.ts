import { svelte } from '@sveltejs/vite-plugin-svelte'
import { resolve } from 'node:path'
import { defineConfig } from 'vitest/config'

/** The tests that say what schemes and grades are; slow ones that only pass through them stay out. */
export default defineConfig({
  root: resolve(import.meta.dirname, '../..'),
  plugins: [svelte({ configFile: false })],
  test: {
    environment: 'node',
    isolate: false, // what is kept between tests hangs on their own tables

    include: [
      'tests/contracts/**/*.test.ts',
      'tests/unit/{scheme,grading,project}/**/*.test.ts',
      'tests/unit/engine/{completeness,methods}.test.ts',
      'tests/unit/{expression,math}/**/*.test.ts',
      'tests/golden/{grading,methods,scoring}.test.ts',
    ],
    exclude: ['tests/contracts/models.test.ts'],
    setupFiles: ['tests/unit/setup.ts'],
    testTimeout: 20_000,
  },
  resolve: { conditions: ['browser'] },
})
