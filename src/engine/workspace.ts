import { createJob, type Job } from '../core/job.ts'
import type { ExportedFile } from '../export/exporter.ts'
import type { ImportChoices, ImportPlan, ImportSource } from '../import/plan.ts'
import type { Command } from '../project/command.ts'
import type { ProjectId } from '../project/document.ts'
import { memoryStore } from '../storage/memory.ts'
import type { Store } from '../storage/store.ts'
import { Engine, type EngineOptions } from './engine.ts'
import { handlersOf } from './handlers/index.ts'
import type { Calls, CallName, EngineEvent, ExportRequest } from './protocol.ts'
import { instant, localDate } from './today.ts'
import type { ViewName, Views } from './views.ts'

/** The engine without a browser, over the very same handlers as the worker. */
export interface Workspace {
  call<K extends CallName>(
    name: K,
    args: Parameters<Calls[K]>[0],
    job?: Job,
  ): Promise<Awaited<ReturnType<Calls[K]>>>
  view<K extends ViewName>(name: K, args: Views[K]['args']): Promise<Views[K]['out']>
  run(command: Command): Promise<{ revision: number; cut?: number }>
  /** Plans and runs an import into a new project, which is then open. */
  importFile(
    source: ImportSource,
    choices?: ImportChoices,
  ): Promise<{ id: ProjectId; plan: ImportPlan }>
  exportFile(request: ExportRequest): Promise<ExportedFile>
  on(listener: (event: EngineEvent) => void): () => void
  /** Saves and closes the open project. The store stays usable. */
  close(): Promise<void>
}

export function openWorkspace(
  options: Partial<EngineOptions> & { readonly store?: Store } = {},
): Workspace {
  const listeners = new Set<(event: EngineEvent) => void>()
  const engine = new Engine(
    {
      store: options.store ?? memoryStore(),
      fetchSample:
        options.fetchSample ?? (() => Promise.reject(new Error('no samples in this workspace'))),
      today: options.today ?? localDate,
      now: options.now ?? instant,
    },
    (event) => {
      for (const listener of listeners) listener(event)
    },
  )
  const handlers = handlersOf(engine)
  const call: Workspace['call'] = async (name, args, job = createJob()) =>
    (await handlers[name](args, job)) as never
  return {
    call,
    view: (name, args) => call('view', { name, args }),
    run: (command) => call('run', { command }),
    async importFile(source, choices = {}) {
      const { session, plan } = await call('planImport', { source, choices })
      const name = plan.suggestedName
      return { plan, id: await call('runImport', { session, name, into: 'new' }) }
    },
    exportFile: (request) => call('exportFile', request),
    on(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    close: () => call('closeProject', null),
  }
}
