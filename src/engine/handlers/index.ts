import { catalogue } from '../catalogue.ts'
import type { Engine } from '../engine.ts'
import { ImportSessions } from '../importSessions.ts'
import type { Calls } from '../protocol.ts'
import type { Handlers } from '../server.ts'
import { editing } from './editing.ts'
import { exporting } from './exporting.ts'
import { importing } from './importing.ts'
import { projects } from './projects.ts'
import { reference } from './reference.ts'
import { tables } from './tables.ts'

/** Every call has its handler here; the type demands it. */
export function handlersOf(engine: Engine): Handlers<Calls> {
  const sessions = new ImportSessions(engine)
  return {
    catalogue,
    ...projects(engine),
    ...importing(engine, sessions),
    ...editing(engine),
    ...tables(engine),
    ...reference(engine, sessions),
    ...exporting(engine),
  }
}
