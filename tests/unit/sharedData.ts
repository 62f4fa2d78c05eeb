import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { brotliDecompressSync } from 'node:zlib'

/** `shared/data` beside the repository, or beside the folder that a work tree of it stands in; null = absent. */
export const sharedData: string | null =
  ['../../../shared/data', '../../../../shared/data']
    .map((path) => resolve(import.meta.dirname, path))
    .find((path) => existsSync(path)) ?? null

export function sharedFile(name: string): Uint8Array<ArrayBuffer> {
  const bytes = readFileSync(resolve(sharedData ?? '', name))
  return Uint8Array.from(name.endsWith('.br') ? brotliDecompressSync(bytes) : bytes)
}
