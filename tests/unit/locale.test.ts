import { spawnSync } from 'node:child_process'
import { readFileSync, readdirSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'

// "Parsing does not depend on the browser's locale or time zone."
const root = resolve(import.meta.dirname, '../..')

/** What reads the clock's zone or the browser's language. `Intl` and `localeCompare` are fine with a language named. */
const local =
  /\.get(?:FullYear|Month|Date|Day|Hours|Minutes|Seconds|TimezoneOffset)\(|\.toLocale\w*\(|\.to(?:Date|Time)String\(|Date\.parse\(|new Date\((?:\s*['"`]|\w+,)|Intl\.\w+\(\)|localeCompare\([^,()]+\)/

describe.each(['table', 'import'])('src/%s', (folder) => {
  test('asks neither the clock’s zone nor the browser’s language', () => {
    const place = join(root, 'src', folder)
    const files = readdirSync(place, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .map((name) => join(place, name))
    expect(files.length).toBeGreaterThan(10)
    const wrong = files.filter((file) => local.test(readFileSync(file, 'utf8')))
    expect(wrong.map((file) => relative(root, file))).toEqual([])
  })
})

test.each([
  ['new Date(2024, 0, 1).getMonth()', true],
  ["new Date('2024-03-05')", true],
  ['text.toLocaleLowerCase()', true],
  ["a.localeCompare(b, 'zh')", false],
  ['a.localeCompare(b)', true],
  ["new Intl.Collator('zh', { numeric: true })", false],
  ['new Date(day * 86_400_000).toISOString()', false],
])('the search finds %s: %s', (code, found) => {
  expect(local.test(code)).toBe(found)
})

describe.each([
  ['America/Los_Angeles', 'de_DE.UTF-8', 'de-DE'],
  ['Asia/Shanghai', 'zh_CN.UTF-8', 'zh-CN'],
])('in %s, %s', (zone, language, locale) => {
  const run = (...args: string[]) =>
    spawnSync(process.execPath, args, {
      cwd: root,
      encoding: 'utf8',
      env: { ...process.env, TZ: zone, LANG: language, LC_ALL: language },
    })
  test('every text is read alike', { timeout: 300_000 }, () => {
    const script = 'const o = Intl.DateTimeFormat().resolvedOptions(); o.timeZone + " " + o.locale'
    expect(run('-p', script).stdout.trim()).toBe(`${zone} ${locale}`)
    const tests = ['tests/unit/table/parse/', 'tests/unit/table/infer', 'tests/golden/values.test']
    const vitest = join(root, 'node_modules/vitest/vitest.mjs')
    const { status, stdout, stderr } = run(vitest, 'run', '--project', 'unit', ...tests)
    expect(stdout).toContain('passed')
    expect(status, stdout + stderr).toBe(0)
  })
})
