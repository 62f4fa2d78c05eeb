import { createJob } from '../../../src/core/job.ts'
import type { Workspace } from '../../../src/engine/workspace.ts'

/** The engine as the page reaches it; `idle` = nothing is asked any more. */
export function clientOf(workspace: Workspace) {
  let pending = 0
  const counted = async <T>(task: () => Promise<T>): Promise<T> => {
    pending++
    try {
      return await task()
    } finally {
      pending--
    }
  }
  const client = {
    call: (name: never, args: never) =>
      counted(() => workspace.call(name, structuredClone(args), createJob())),
    view: (name: never, args: never) => counted(() => workspace.view(name, structuredClone(args))),
    on: (listener: never) => workspace.on(listener),
  }
  const idle = async () => {
    for (let quiet = 0; quiet < 2;) {
      await new Promise((done) => setImmediate(done))
      quiet = pending === 0 ? quiet + 1 : 0
    }
  }
  return { client, idle }
}
