import { AppError } from '../core/error.ts'
import type { Store } from './store.ts'

/** Where the browser gives no storage at all: nothing is in it, and what is to be written is refused for that reason. */
export function refusingStore(reason: AppError): Store {
  const refuse = () => Promise.reject(reason)
  const missing = (id: string) => Promise.reject(new AppError('project.missing', { id }))
  return {
    list: () => Promise.resolve([]),
    create: refuse,
    load: missing,
    claim: missing,
    append: missing,
    fold: ({ id }) => missing(id),
    rename: missing,
    duplicate: missing,
    remove: missing,
    restore: missing,
    forgetRemoved: () => Promise.resolve(0),
    estimate: () => Promise.resolve({ used: null, quota: null, persisted: null }),
    close: () => {},
    on: () => () => {},
  }
}
