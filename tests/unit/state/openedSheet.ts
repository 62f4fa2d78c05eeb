import { openWorkspace } from '../../../src/engine/workspace.ts'
import { Jobs } from '../../../src/state/jobs.svelte.ts'
import { Locale } from '../../../src/state/locale.svelte.ts'
import { Notices } from '../../../src/state/notices.svelte.ts'
import type { Preferences } from '../../../src/state/preferences.ts'
import { Project } from '../../../src/state/project.svelte.ts'
import { Selection } from '../../../src/state/selection.svelte.ts'
import { Sheet } from '../../../src/state/sheet.svelte.ts'
import { clientOf } from './pageClient.ts'

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
  const jobs = new Jobs()
  const project = new Project(client, notices, jobs)
  const selection = new Selection(client, project, preferences, notices)
  const sheet = new Sheet({ client, project, locale, notices, preferences, jobs }, selection)
  await sheet.open(id)
  sheet.pages.want(0, 200)
  await idle()
  return { sheet, project, idle, workspace }
}
