// The most memory that an import takes: a fresh process reads a file from the disk, piece by piece; an idle process of the
// same kind is taken off. What the collector leaves lying counts.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'vite'

const child = `
import { existsSync, openAsBlob, readFileSync } from 'node:fs'
import { faultOf, importFile } from './importing.mjs'
const [list, rows] = process.argv.slice(2)
const fault = list ? faultOf(await importFile(await openAsBlob(list)), Number(rows)) : null
// Linux counts the parent's peak into maxRSS
const own = existsSync('/proc/self/status') ? /VmHWM:\\s+(\\d+)/.exec(readFileSync('/proc/self/status', 'utf8')) : null
const peak = own ? Number(own[1]) : process.resourceUsage().maxRSS
console.log(JSON.stringify({ peak: peak * 1024, fault }))
`

/**
 * @param {number} rows
 * @param {(rows: number) => string} customersCsv
 */
export async function measureMemory(rows, customersCsv) {
  const folder = mkdtempSync(join(tmpdir(), 'tiersheet-memory-'))
  try {
    await build({
      configFile: false,
      root: import.meta.dirname,
      logLevel: 'error',
      ssr: { noExternal: true },
      build: {
        ssr: join(import.meta.dirname, 'importing.ts'),
        outDir: folder,
        emptyOutDir: false,
        rollupOptions: { output: { entryFileNames: 'importing.mjs' } },
      },
    })
    const list = join(folder, 'list.csv')
    writeFileSync(list, customersCsv(rows))
    writeFileSync(join(folder, 'child.mjs'), child)
    /** @param {string[]} args */
    const run = (...args) => {
      const { stdout, stderr } = spawnSync(process.execPath, [join(folder, 'child.mjs'), ...args])
      if (stdout.length === 0) throw new Error(String(stderr))
      return /** @type {{ peak: number, fault: string | null }} */ (JSON.parse(String(stdout)))
    }
    const idle = run()
    const busy = run(list, String(rows))
    const bytes = statSync(list).size
    return { bytes, peak: busy.peak - idle.peak, fault: busy.fault }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
