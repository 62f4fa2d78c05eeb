// The cases of grading in Chromium, in a worker as in the app: the same modules, served as they are.
import { join, resolve } from 'node:path'
import { chromium } from 'playwright'
import { createServer } from 'vite'
import { kernels } from '../../src/math/kernels/build.mjs'
import { launchOptions } from '../browser.mjs'

const root = resolve(import.meta.dirname, '../..')
const isolated = {
  'Cross-Origin-Opener-Policy': 'same-origin', // a timer of 5 µs instead of 100
  'Cross-Origin-Embedder-Policy': 'require-corp',
}

/** @param {number} rounds @returns {Promise<import('./measure.ts').Measured[]>} */
export async function measureInBrowser(rounds) {
  const server = await createServer({
    configFile: false,
    root: join(root, 'src'),
    plugins: [kernels()],
    server: {
      port: 4900 + (process.pid % 90),
      headers: isolated,
      fs: { allow: [root] },
      hmr: false,
    },
    appType: 'custom',
    logLevel: 'error',
    optimizeDeps: { noDiscovery: true },
  })
  await server.listen()
  const base = server.resolvedUrls?.local[0] ?? ''
  const browser = await chromium.launch(launchOptions())
  try {
    const page = await browser.newPage()
    await page.route('**/blank', (route) =>
      route.fulfill({ contentType: 'text/html', body: '<!doctype html>', headers: isolated }),
    )
    await page.goto(`${base}blank`)
    const file = `${base}@fs${join(import.meta.dirname, 'inWorker.ts')}`
    return await page.evaluate(
      ({ file, rounds }) =>
        new Promise((resolve, reject) => {
          const worker = new Worker(file, { type: 'module' })
          worker.onmessage = ({ data }) => resolve(data)
          worker.onerror = ({ message }) => reject(new Error(message))
          worker.postMessage(rounds)
        }),
      { file, rounds },
    )
  } finally {
    await browser.close()
    await server.close()
  }
}
