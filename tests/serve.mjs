// A plain static server without rewrites, below a sub-path: what a team's own web server does with the built folder.
import { createReadStream, statSync } from 'node:fs'
import { createServer } from 'node:http'
import { extname, join, normalize, resolve } from 'node:path'

const [port = '4173', base = '/'] = process.argv.slice(2)
const root = resolve(import.meta.dirname, '..', process.env['DIST'] ?? 'dist')
/** @type {Record<string, string>} */
const types = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.csv': 'text/csv',
  '.md': 'text/markdown; charset=utf-8',
  '.json': 'application/json',
  '.webmanifest': 'application/manifest+json',
}

createServer((request, response) => {
  const path = new URL(request.url ?? '/', 'http://localhost').pathname
  const file = path.startsWith(base)
    ? decodeURIComponent(path.slice(base.length)) || 'index.html'
    : ''
  const full = normalize(join(root, file))
  try {
    if (!file || !full.startsWith(root) || !statSync(full).isFile()) throw new Error('no such file')
    response.writeHead(200, { 'content-type': types[extname(full)] ?? 'application/octet-stream' })
    createReadStream(full).pipe(response)
  } catch {
    response.writeHead(404).end()
  }
}).listen(Number(port), () => console.log(`serving ${root} at http://localhost:${port}${base}`))
