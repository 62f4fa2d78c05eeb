import { createJob } from '../../../src/core/job.ts'
import { openWorkspace, type Workspace } from '../../../src/engine/workspace.ts'
import { Jobs } from '../../../src/state/jobs.svelte.ts'
import { Locale } from '../../../src/state/locale.svelte.ts'
import { Notices } from '../../../src/state/notices.svelte.ts'
import type { Preferences } from '../../../src/state/preferences.ts'
import { Project } from '../../../src/state/project.svelte.ts'
import { Selection } from '../../../src/state/selection.svelte.ts'
import { Sheet } from '../../../src/state/sheet.svelte.ts'

/** The engine as the page reaches it; `idle` = nothing is asked any more. */
function clientOf(workspace: Workspace) {
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

/** The sheet of the page over the real engine, without a grid. The rows are those of a text file, its header first. */
export async function openSheet(lines: readonly (readonly string[])[]) {
  const workspace = openWorkspace({ today: () => '2026-03-01' })
  const text = lines.map((row) => row.join(',')).join('\n')
  const { id } = await workspace.importFile({ kind: 'text', text, name: 'list' })
  const { client, idle } = clientOf(workspace)
  const kept = new Map<string, string>()
  const preferences: Preferences = {
    get: (key) => kept.get(key) ?? null,
    set: (key, value) => kept.set(key, value ?? ''),
  }
  const locale = await Locale.load(preferences, new URLSearchParams('lang=zh'), [])
  const notices = new Notices()
  const project = new Project(client, notices, new Jobs())
  const selection = new Selection(client, project, preferences)
  const sheet = new Sheet(client, project, selection, locale, notices, preferences)
  await sheet.open(id)
  sheet.pages.want(0, 200)
  await idle()
  return { sheet, project, idle, workspace }
}
