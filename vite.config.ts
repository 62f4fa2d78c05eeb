import { svelte } from '@sveltejs/vite-plugin-svelte'
import { playwright } from '@vitest/browser-playwright'
import { availableParallelism } from 'node:os'
import { resolve } from 'node:path'
import type { Plugin } from 'vite'
import { defineConfig } from 'vitest/config'
import { kernels } from './src/math/kernels/build.mjs'
import { firefoxOptions, launchOptions } from './tests/browser.mjs'
import { act } from './tests/driver.ts'

const at = (path: string) => resolve(import.meta.dirname, path)

/** No request leaves the page: the browser itself enforces it. Built sites only; the dev server needs its socket. */
const policy = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "worker-src 'self' blob:",
  "manifest-src 'self'",
  "form-action 'none'",
  "base-uri 'none'",
  "object-src 'none'",
  "frame-src 'none'",
].join('; ')

const contentSecurityPolicy: Plugin = {
  name: 'content-security-policy',
  apply: 'build',
  transformIndexHtml: () => [
    {
      tag: 'meta',
      attrs: { 'http-equiv': 'Content-Security-Policy', content: policy },
      injectTo: 'head-prepend',
    },
  ],
}

const plugins = () => [svelte({ configFile: false }), kernels()]

/** The sheet is the browser's as much as ours: its tests run in Firefox too, beside the other browser, where there is one. */
function sheetInFirefox() {
  const options = firefoxOptions()
  if (!options) return []
  const byDriver = ['inputMethod'] // composes by a command that only Chromium has; `ime` does so by events, in both
  const alike = ['axe'] // asks about roles and names, which are the same
  return [
    {
      browser: 'firefox' as const,
      include: ['tests/component/grid/*.test.ts'],
      exclude: [...byDriver, ...alike].map((name) => `tests/component/grid/${name}.test.ts`),
      provider: playwright({ launchOptions: options }),
    },
  ]
}

export default defineConfig({
  root: at('src'),
  base: './',
  publicDir: at('public'),
  cacheDir: at('node_modules/.vite'),
  plugins: [...plugins(), contentSecurityPolicy],
  worker: { format: 'es', plugins: () => [kernels()] },
  build: { outDir: at('dist'), emptyOutDir: true, target: 'es2022', chunkSizeWarningLimit: 700 },
  test: {
    projects: [
      {
        plugins: plugins(),
        root: at('.'),
        test: {
          name: 'unit',
          environment: 'node',
          include: [
            'tests/*.test.ts',
            'tests/{unit,contracts,golden}/**/*.test.ts',
            'tests/unit/**/*.test.svelte.ts',
          ],
          setupFiles: ['tests/unit/setup.ts'],
          testTimeout: 20_000,
          maxConcurrency: 16, // of the few tests that wait for LibreOffice together
          maxWorkers: availableParallelism(), // the usual leaves one core idle: half of two
          isolate: false, // modules are loaded once for all files of a worker: a third of the time
        },
        resolve: { conditions: ['browser'] },
      },
      {
        root: at('.'),
        test: {
          name: 'sql', // `npm run test:sql`, which brings the databases
          environment: 'node',
          include: ['tests/sql/**/*.test.ts'],
          testTimeout: 300_000,
          hookTimeout: 300_000,
        },
      },
      {
        plugins: plugins(),
        root: at('.'),
        test: {
          name: 'component',
          include: ['tests/component/**/*.test.ts'],
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            commands: { act },
            provider: playwright({ launchOptions: launchOptions() }),
            instances: [{ browser: 'chromium' }, ...sheetInFirefox()],
          },
        },
      },
    ],
  },
})
