import { join } from 'node:path'
import { createServer } from 'vite'
import { kernels } from '../../src/math/kernels/build.mjs'

/** Gives the maker of customer lists (`customers.ts`) to `use`; it is TypeScript, which Node alone does not read. */
export async function withCustomersCsv(
  /** @type {(customersCsv: (rows: number, seed?: number) => string) => void | Promise<void>} */ use,
) {
  const vite = await createServer({
    configFile: false,
    root: join(import.meta.dirname, '../../src'),
    plugins: [kernels()],
    server: { middlewareMode: true, hmr: false, ws: false, watch: null },
    appType: 'custom',
    logLevel: 'error',
  })
  const { customersCsv } = await vite.ssrLoadModule(join(import.meta.dirname, 'customers.ts'))
  await use(customersCsv)
  await vite.close()
}
