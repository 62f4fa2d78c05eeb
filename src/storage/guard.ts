import type { ProjectId } from '../project/document.ts'
import type { Store } from './store.ts'

/** The right to write one project. Not writable: another tab has it, and this one only shows. */
export interface Claim {
  readonly writable: boolean
  release(): void
}

const prefix = 'tiersheet.project.'
const patience = 1500 // ms: after a reload the old page's lock takes a moment to go

/**
 * One writer per project. With Web Locks the first tab keeps the right until it closes the project or dies;
 * without them (plain http) the last tab that opened it has it, and the store tells the others `storage.otherTab`.
 */
export async function claimProject(
  store: Store,
  id: ProjectId,
  locks: LockManager | null = browserLocks(),
  wait = patience,
): Promise<Claim> {
  const release = locks === null ? () => {} : await hold(locks, prefix + id, wait)
  if (release === null) return { writable: false, release: () => {} }
  try {
    await store.claim(id)
  } catch (error) {
    release()
    throw error
  }
  return { writable: true, release }
}

/** Resolves with the function that gives the lock back; null where it did not come free in time. */
function hold(locks: LockManager, name: string, wait: number): Promise<(() => void) | null> {
  return new Promise((resolve, reject) => {
    const giveUp = new AbortController()
    const timer = setTimeout(() => giveUp.abort(), wait)
    locks
      .request(name, { signal: giveUp.signal }, () => {
        clearTimeout(timer)
        return new Promise<void>((release) => resolve(() => release()))
      })
      .catch((error: unknown) => {
        clearTimeout(timer)
        if (giveUp.signal.aborted) resolve(null)
        else reject(error)
      })
  })
}

function browserLocks(): LockManager | null {
  return (globalThis.navigator as { readonly locks?: LockManager } | undefined)?.locks ?? null
}
