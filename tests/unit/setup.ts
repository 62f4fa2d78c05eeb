import 'fake-indexeddb/auto'
import { afterAll, vi } from 'vitest'

/** Files of a worker share modules and globals: what one has put in their place is gone before the next begins. */
afterAll(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})
