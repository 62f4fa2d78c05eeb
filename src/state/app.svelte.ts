import { getContext, setContext } from 'svelte'
import type { EngineClient } from '../engine/protocol.ts'
import type { Language } from '../i18n/language.ts'
import type { Catalogue } from '../engine/views.ts'
import type { ModelId } from '../models/figureIds.ts'
import { fromHash, toHash } from './address.ts'
import { Exporting } from './exporting.svelte.ts'
import { Importing } from './importing.svelte.ts'
import { Intake } from './intake.svelte.ts'
import { Jobs } from './jobs.svelte.ts'
import { Locale } from './locale.svelte.ts'
import { Mappings } from './mappings.ts'
import { Notices } from './notices.svelte.ts'
import { type DataPaneId, type InsightsPaneId, Places } from './place.svelte.ts'
import type { Page } from './page.ts'
import { browserPreferences, type Preferences } from './preferences.ts'
import { Project } from './project.svelte.ts'
import { Projects } from './projects.svelte.ts'
import { Selection } from './selection.svelte.ts'
import { Sheet } from './sheet.svelte.ts'
import { Theme } from './theme.svelte.ts'

/** All live state of the page, built once by `main.ts` and handed down by context. */
export class App implements Page {
  readonly client: EngineClient
  readonly preferences: Preferences
  readonly locale: Locale
  readonly theme: Theme
  readonly notices = new Notices()
  readonly places = new Places()
  dataPane = $state<DataPaneId>('columns')
  /** Whose columns and settings stand open in the list of models. */
  openModel = $state<ModelId | null>(null)
  insightsPane = $state<InsightsPaneId>('tiers')
  readonly jobs = new Jobs()
  readonly project: Project
  readonly projects: Projects
  readonly importing: Importing
  readonly intake: Intake
  readonly selection: Selection
  readonly sheet: Sheet
  readonly exporting: Exporting
  catalogue = $state.raw<Catalogue | null>(null)
  /** What is selected, in words, for the status bar; the place on show writes it. */
  selectionText = $state('')
  /** The address names a project that is not open yet: nothing else is shown meanwhile. */
  restoring = $state(false)
  loaded = $state(false)
  /** A newer version of the app has taken the storage: only reloading helps. */
  superseded = $state(false)

  /** `languages`: of the browser, the dearest first. */
  static async open(
    client: EngineClient,
    query: URLSearchParams,
    languages: readonly string[],
  ): Promise<App> {
    const preferences = browserPreferences()
    return new App(client, preferences, await Locale.load(preferences, query, languages))
  }

  private constructor(client: EngineClient, preferences: Preferences, locale: Locale) {
    this.client = client
    this.preferences = preferences
    this.locale = locale
    this.theme = new Theme(preferences)
    this.project = new Project(client, this.notices, this.jobs)
    this.projects = new Projects(this)
    this.importing = new Importing(this, new Mappings(preferences))
    this.selection = new Selection(client, this.project, preferences, this.notices)
    this.sheet = new Sheet(this, this.selection)
    this.exporting = new Exporting(this, this.sheet)
    this.intake = new Intake(this, this.importing)
    client.on((event) => {
      if (event.kind === 'superseded') this.superseded = true
    })
  }

  /** Asks the engine what there is and opens what the address names. */
  async load(hash: string): Promise<void> {
    this.restoring = fromHash(hash) !== null
    try {
      this.catalogue = await this.client.call('catalogue', null)
    } catch (error) {
      this.notices.fail(error)
    }
    await Promise.all([this.projects.refresh(), this.follow(hash)])
    this.restoring = false
    this.loaded = true
  }

  /** The address of the place on show. */
  get hash(): string {
    return toHash(this.project.view.current?.id ?? null, this.places.current)
  }

  /** The browser went back or forward, or the page was opened with an address. */
  async follow(hash: string): Promise<void> {
    this.sheet.grid?.commit?.() // what is being typed is kept, as when another place is pressed
    const address = fromHash(hash)
    if (!address) {
      if (this.project.isOpen) await this.projects.leave()
      return
    }
    const isOpen = this.project.view.current?.id === address.project
    const done = isOpen || (await this.projects.open(address.project))
    this.places.go(done ? address.place : { kind: 'start' })
  }

  /** To the columns and settings of a model. */
  showModel(id: ModelId): void {
    this.openModel = id
    this.dataPane = 'models'
    this.places.go({ kind: 'project', place: 'data' })
  }

  async speak(language: Language): Promise<void> {
    try {
      await this.locale.choose(language)
    } catch (error) {
      this.notices.fail(error)
    }
  }

  async saveNow(): Promise<void> {
    try {
      await this.client.call('saveNow', null)
      this.notices.say(this.locale.words.shell.savedNow)
    } catch (error) {
      this.notices.fail(error)
    }
  }
}

const key = Symbol('app')
export const provideApp = (app: App): App => setContext(key, app)
export const useApp = (): App => getContext<App>(key)
