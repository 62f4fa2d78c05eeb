// The kernels' part of the build: compiles the AssemblyScript sources and gives them to `compiled.ts` as a module, base64 of a
// few KB, so that the engine has them at once and no request is needed.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import asc from 'assemblyscript/asc'

const folder = join(import.meta.dirname, 'assembly')
const asked = /[\\/]kernels[\\/]assembly[\\/]index\.ts\?compiled$/

/** @type {Promise<Uint8Array> | null} */
let compiled = null

async function compile() {
  const sources = new Map(
    readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'utf8')]),
  )
  /** @type {Uint8Array | null} */
  let binary = null
  const { error } = await asc.main(
    ['index.ts', '--outFile', 'kernels.wasm', '-O3', '--noAssert', '--runtime', 'stub'].concat([
      '--importMemory',
      '--use',
      'abort=',
      '--enable',
      'simd',
      '--enable',
      'bulk-memory',
    ]),
    {
      readFile: (name) => sources.get(name) ?? null,
      writeFile: (name, content) => {
        if (name === 'kernels.wasm' && typeof content !== 'string') binary = content
      },
      listFiles: () => [],
    },
  )
  if (error || !binary) throw new Error(`the kernels do not compile\n${String(error)}`)
  return binary
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
