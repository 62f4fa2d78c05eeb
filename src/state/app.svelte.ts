import { getContext, setContext } from 'svelte'
import type { EngineClient } from '../engine/protocol.ts'
import type { Catalogue } from '../engine/views.ts'
import { Locale } from './locale.svelte.ts'
import { Notices } from './notices.svelte.ts'
import { Places } from './place.svelte.ts'
import { browserPreferences, type Preferences } from './preferences.ts'
import { Project } from './project.svelte.ts'
import { Theme } from './theme.svelte.ts'

/** All live state of the page, built once by `main.ts` and handed down by context. */
export class App {
  readonly client: EngineClient
  readonly preferences: Preferences
  readonly locale: Locale
  readonly theme: Theme
  readonly notices = new Notices()
  readonly places = new Places()
  readonly project: Project
  catalogue = $state.raw<Catalogue | null>(null)

  constructor(client: EngineClient, query: URLSearchParams, languages: readonly string[]) {
    this.client = client
    this.preferences = browserPreferences()
    this.locale = new Locale(this.preferences, query, languages)
    this.theme = new Theme(this.preferences)
    this.project = new Project(client, this.notices)
  }

  async load(): Promise<void> {
    this.catalogue = await this.client.call('catalogue', null)
  }
}

const key = Symbol('app')
export const provideApp = (app: App): App => setContext(key, app)
export const useApp = (): App => getContext<App>(key)
