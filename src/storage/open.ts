import { memoryStore } from './memory.ts'
import type { Store } from './store.ts'

export interface Opened {
  readonly store: Store
  /** Why nothing will outlive this visit; null = it will. */
  readonly unsaved: unknown
}

/** The browser's store; one in memory where it is not wanted (`?fresh`) or cannot be had. */
export async function openStore({ fresh }: { readonly fresh: boolean }): Promise<Opened> {
  if (fresh) return { store: memoryStore(), unsaved: null }
  try {
    const { openDexieStore } = await import('./dexie/store.ts')
    return { store: await openDexieStore(), unsaved: null }
  } catch (error) {
    return { store: memoryStore(), unsaved: error }
  }
}
