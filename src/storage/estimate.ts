import type { Estimate } from './store.ts'

/** What the browser says of the room; plain-http pages and WebKitGTK have no `navigator.storage`. */
export async function browserEstimate(): Promise<Estimate> {
  const storage = (globalThis.navigator as Navigator | undefined)?.storage as
    Partial<StorageManager> | undefined
  try {
    const [estimate, persisted] = await Promise.all([storage?.estimate?.(), storage?.persisted?.()])
    return {
      used: estimate?.usage ?? null,
      quota: estimate?.quota ?? null,
      persisted: persisted ?? null,
    }
  } catch {
    return { used: null, quota: null, persisted: null } // forbidden in private windows
  }
}
