import { catalogue } from '../catalogue.ts'
import type { Engine } from '../engine.ts'
import type { Calls } from '../protocol.ts'
import type { Handlers } from '../server.ts'
import { editing } from './editing.ts'
import { exporting } from './exporting.ts'
import { importing } from './importing.ts'
import { projects } from './projects.ts'
import { tables } from './tables.ts'

/** Every call has its handler here; the type demands it. */
export function handlersOf(engine: Engine): Handlers<Calls> {
  return {
    catalogue,
    ...projects(engine),
    ...importing(engine),
    ...editing(engine),
    ...tables(engine),
    ...exporting(engine),
  }
}
