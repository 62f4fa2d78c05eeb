// `npm run test:sql`: brings the databases on demand, none of which the project needs otherwise, and holds the exported SQL
// against the app's own grades. What cannot be installed here is skipped with a line.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const root = join(import.meta.dirname, '../..')
const cache = join(root, 'node_modules/.cache/sql-engines')
/** @type {readonly (readonly [string, string])[]} */
const engines = [
  ['@duckdb/node-api', '1.5.6-r.1'],
  ['@electric-sql/pglite', '0.5.16'],
  ['chdb', '3.4.0'], // ClickHouse in the process; half a gigabyte
]

mkdirSync(cache, { recursive: true })
const manifest = join(cache, 'package.json')
if (!existsSync(manifest)) writeFileSync(manifest, '{"name":"sql-engines","private":true}\n')
for (const [name, version] of engines) {
  const own = join(cache, 'node_modules', name, 'package.json')
  if (existsSync(own) && JSON.parse(readFileSync(own, 'utf8')).version === version) continue
  console.log(`installing ${name}@${version} into ${cache}`)
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm'
  const args = ['install', '--prefix', cache, '--no-audit', '--no-fund', `${name}@${version}`]
  const { status } = spawnSync(npm, args, { stdio: 'inherit', shell: process.platform === 'win32' })
  if (status !== 0) console.log(`${name} could not be installed: its tests are skipped`)
}

const vitest = join(root, 'node_modules/vitest/vitest.mjs')
const args = [vitest, 'run', '--project', 'sql', ...process.argv.slice(2)]
const { status } = spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' })
process.exit(status ?? 1)
