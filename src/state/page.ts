import type { EngineClient } from '../engine/protocol.ts'
import type { Jobs } from './jobs.svelte.ts'
import type { Locale } from './locale.svelte.ts'
import type { Notices } from './notices.svelte.ts'
import type { Places } from './place.svelte.ts'
import type { Preferences } from './preferences.ts'
import type { Project } from './project.svelte.ts'

/** What all that happens on the page works with: there is one of each. */
export interface Page {
  readonly client: EngineClient
  readonly preferences: Preferences
  readonly locale: Locale
  readonly notices: Notices
  readonly places: Places
  readonly jobs: Jobs
  readonly project: Project
}
