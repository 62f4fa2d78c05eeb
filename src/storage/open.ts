import { AppError } from '../core/error.ts'
import { memoryStore } from './memory.ts'
import { refusingStore } from './refusing.ts'
import type { Store } from './store.ts'

export interface Opened {
  readonly store: Store
  /** Why nothing will outlive this visit; null = it will, or nobody wants it to (`?fresh`). */
  readonly unsaved: AppError | null
}

/** The browser's store; one in memory where it is not wanted, and one that refuses where there is none to be had. */
export async function openStore({ fresh }: { readonly fresh: boolean }): Promise<Opened> {
  if (fresh) return { store: memoryStore(), unsaved: null }
  try {
    const { openDexieStore } = await import('./dexie/store.ts')
    return { store: await openDexieStore(), unsaved: null }
  } catch (error) {
    const unsaved = error instanceof AppError ? error : new AppError('storage.unavailable')
    return { store: refusingStore(unsaved), unsaved }
  }
}
