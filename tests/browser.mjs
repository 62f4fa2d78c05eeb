// Where the tests' browser is. Imported: a pure look-up. Run (before `npm test`): installs one when none is found.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { chromium, firefox } from 'playwright'

const home = homedir()
const places = {
  linux: ['chromium', 'chromium-browser', 'google-chrome', 'microsoft-edge']
    .map((name) => `/usr/bin/${name}`)
    .concat('/snap/bin/chromium'),
  darwin: ['Google Chrome', 'Chromium', 'Microsoft Edge'].flatMap((name) =>
    ['/Applications', join(home, 'Applications')].map(
      (folder) => `${folder}/${name}.app/Contents/MacOS/${name}`,
    ),
  ),
  win32: ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((variable) =>
    ['Google\\Chrome\\Application\\chrome.exe', 'Microsoft\\Edge\\Application\\msedge.exe'].map(
      (path) => join(process.env[variable] ?? 'C:\\', path),
    ),
  ),
}

/** @returns {string | undefined} */
function findBrowser() {
  const named = process.env['BROWSER_PATH']
  if (named) return named
  const own = chromium.executablePath()
  if (existsSync(own)) return own
  const system = places[/** @type {keyof typeof places} */ (process.platform)] ?? []
  return system.find((path) => existsSync(path))
}

/** The same for component and end-to-end tests. */
export function launchOptions() {
  const executablePath = findBrowser()
  const args = ['--disable-background-networking', '--disable-component-update', '--disable-sync']
  return executablePath ? { executablePath, args } : { args }
}

const firefoxes = {
  linux: ['/opt/firefox/firefox'],
  darwin: ['/Applications/Firefox.app/Contents/MacOS/firefox'],
  win32: ['PROGRAMFILES', 'PROGRAMFILES(X86)'].map((variable) =>
    join(process.env[variable] ?? 'C:\\', 'Mozilla Firefox\\firefox.exe'),
  ),
}

/** Older ones lack commands that Playwright sends (153 does; 159 has them). @param {string} path */
function firefoxVersion(path) {
  const said = spawnSync(path, ['--version'], { encoding: 'utf8', timeout: 10_000 }).stdout ?? ''
  return Number(/Firefox (\d+)/.exec(said)?.[1] ?? 0)
}

/**
 * Firefox for the tests of the sheet: Playwright's own build, the one that FIREFOX_PATH names, or an installed one, which
 * is driven by WebDriver BiDi. Null = there is none, and those tests run in one browser only.
 */
export function firefoxOptions() {
  const named = process.env['FIREFOX_PATH']
  if (named === 'none') return null
  const own = firefox.executablePath()
  // a mouse, also where none is plugged in: 4 hovers + 2 is fine (LookAndFeel.h)
  const firefoxUserPrefs = { 'ui.primaryPointerCapabilities': 6, 'ui.allPointerCapabilities': 6 }
  if (!named && existsSync(own)) return { executablePath: own, firefoxUserPrefs }
  const system = firefoxes[/** @type {keyof typeof firefoxes} */ (process.platform)] ?? []
  const found = named ?? system.find((path) => existsSync(path) && firefoxVersion(path) >= 159)
  if (!found) return null
  const env = { ...process.env, MOZ_DISABLE_CONTENT_SANDBOX: '1' } // refused inside containers
  return { executablePath: found, channel: 'moz-firefox', env, firefoxUserPrefs }
}

/** @param {string} command @param {string[]} args */
const run = (command, args) => spawnSync(command, args, { stdio: 'inherit' }).status === 0

function install() {
  if (findBrowser()) return
  console.log('No Chromium, Chrome or Edge found: installing one for the tests.')
  run(process.execPath, [
    join(import.meta.dirname, '../node_modules/playwright/cli.js'),
    'install',
    'chromium',
  ])
  if (!findBrowser() && process.platform === 'linux' && process.getuid?.() === 0) {
    run('apt-get', ['update', '-qq'])
    run('apt-get', [
      'install',
      '-y',
      '-qq',
      '--no-install-recommends',
      'chromium',
      'fonts-noto-cjk',
    ])
  }
  if (!findBrowser()) {
    console.error('No browser could be installed. Install Chrome, or set BROWSER_PATH to one.')
    process.exit(1)
  }
}

if (process.argv[1] === import.meta.filename) {
  install()
  if (!firefoxOptions())
    console.log(
      'No Firefox found: the tests of the sheet run in one browser. FIREFOX_PATH names one.',
    )
}
