import { defineConfig } from '@playwright/test'
import { firefoxOptions, launchOptions } from '../browser.mjs'

const port = Number(process.env['E2E_PORT'] ?? 4173 + (process.pid % 500))
process.env['E2E_PORT'] = String(port) // workers load this file again, under other process ids

const firefox = firefoxOptions()

export default defineConfig({
  testDir: '.',
  outputDir: '../../test-results',
  fullyParallel: true,
  workers: 2,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [
    ['list'],
    [
      'json',
      { outputFile: process.env['PLAYWRIGHT_JSON_OUTPUT_NAME'] ?? '../../test-results/e2e.json' },
    ],
  ],
  use: {
    baseURL: `http://localhost:${port}/some/sub-path/`,
    viewport: { width: 1440, height: 900 },
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    trace: 'retain-on-failure',
  },
  projects: [
    { name: 'chromium', use: { launchOptions: launchOptions() } },
    ...(firefox
      ? [
          {
            name: 'firefox',
            testMatch: 'sheet.spec.ts',
            use: { browserName: 'firefox' as const, launchOptions: firefox },
          },
        ]
      : []),
  ],
  webServer: {
    command: `node ../serve.mjs ${port} /some/sub-path/`,
    url: `http://localhost:${port}/some/sub-path/`,
    reuseExistingServer: false,
  },
})
