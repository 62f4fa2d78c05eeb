// The kernels' part of the build: compiles the AssemblyScript sources and gives them to `compiled.ts` as a module, base64 of a
// few KB, so that the engine has them at once and no request is needed.
import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import asc from 'assemblyscript/asc'

const folder = join(import.meta.dirname, 'assembly')
const asked = /[\\/]kernels[\\/]assembly[\\/]index\.ts\?compiled$/

/** @type {Promise<Uint8Array> | null} */
let compiled = null

const options = [
  'index.ts',
  '--outFile',
  'kernels.wasm',
  '-O3',
  '--noAssert',
  '--runtime',
  'stub',
].concat(['--importMemory', '--use', 'abort=', '--enable', 'simd', '--enable', 'bulk-memory'])

async function compile() {
  const sources = new Map(
    readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'utf8')]),
  )
  const hash = createHash('sha256')
  hash.update(JSON.stringify([asc.version, options, [...sources]]))
  const file = join(kept, `${hash.digest('hex').slice(0, 32)}.wasm`)
  const known = readKept(file)
  if (known) return known
  /** @type {Uint8Array | null} */
  let binary = null
  const { error } = await asc.main(options, {
    readFile: (name) => sources.get(name) ?? null,
    writeFile: (name, content) => {
      if (name === 'kernels.wasm' && typeof content !== 'string') binary = content
    },
    listFiles: () => [],
  })
  if (error || !binary) throw new Error(`the kernels do not compile\n${String(error)}`)
  keep(file, binary)
  return binary
}

// Compiling takes seconds, and every process that serves the sources needs it.
const kept = join(import.meta.dirname, '../../../node_modules/.cache/kernels')

/** @param {string} file @returns {Uint8Array<ArrayBuffer> | null} */
function readKept(file) {
  try {
    const bytes = Uint8Array.from(readFileSync(file))
    return WebAssembly.validate(bytes) ? bytes : null
  } catch {
    return null
  }
}

/**
 * A file is there whole or not at all, so that several processes may do this at once; where it cannot be written, it is not kept.
 * @param {string} file @param {Uint8Array} bytes
 */
function keep(file, bytes) {
  try {
    mkdirSync(kept, { recursive: true })
    const own = `${file}.${process.pid}`
    writeFileSync(own, bytes)
    renameSync(own, file)
  } catch {
    // compiled again next time
  }
}

/** @returns {import('vite').Plugin} */
export function kernels() {
  return {
    name: 'kernels',
    enforce: 'pre',
    async load(id) {
      if (!asked.test(id)) return null
      for (const name of readdirSync(folder)) this.addWatchFile(join(folder, name))
      compiled ??= compile()
      return `export default ${JSON.stringify(Buffer.from(await compiled).toString('base64'))}`
    },
    watchChange(id) {
      if (id.startsWith(folder)) compiled = null
    },
  }
}
