import type { ProjectEntry, ProjectId } from '../project/document.ts'
import { copyLayoutOfBefore } from './layoutOfBefore.ts'
import type { Page } from './page.ts'

/** The projects kept in this browser, and what can be done with one as a whole. */
export class Projects {
  /** Newest change first; null = not asked yet. */
  list = $state.raw<readonly ProjectEntry[] | null>(null)
  /** Bytes; null where the browser does not say. */
  storage = $state.raw<{ readonly used: number; readonly free: number } | null>(null)
  /** What is being opened: a project, a sample or `new`. */
  opening = $state<string | null>(null)
  readonly #page: Page

  constructor(page: Page) {
    this.#page = page
    page.client.on((event) => {
      if (event.kind === 'projects') void this.refresh()
    })
  }

  async refresh(): Promise<void> {
    try {
      const list = await this.#page.client.call('listProjects', null)
      this.list = [...list].sort((a, b) => b.changedAt.localeCompare(a.changedAt))
    } catch (error) {
      this.list ??= []
      this.#page.notices.fail(error)
    }
    this.storage = await measureStorage()
  }

  /** Resolves to false where it could not be opened; the reason is then a notice. */
  open(id: ProjectId): Promise<boolean> {
    return this.#enter(id, () => this.#page.client.call('openProject', { id }))
  }

  openSample(id: string, name: string): Promise<boolean> {
    const language = this.#page.locale.language
    return this.#enter(id, () => this.#page.client.call('openSample', { id, name, language }))
  }

  create(name: string): Promise<boolean> {
    const language = this.#page.locale.language
    return this.#enter('new', () => this.#page.client.call('createProject', { name, language }))
  }

  async leave(): Promise<void> {
    this.#page.places.go({ kind: 'start' })
    this.#page.project.leave()
    await this.#try(() => this.#page.client.call('closeProject', null))
    await this.refresh()
  }

  rename(id: ProjectId, name: string): Promise<boolean> {
    return this.#try(() => this.#page.client.call('renameProject', { id, name }))
  }

  async duplicate(id: ProjectId, name: string): Promise<void> {
    const done = await this.#try(async () => {
      const copy = await this.#page.client.call('duplicateProject', { id, name })
      copyLayoutOfBefore(this.#page.preferences, id, copy)
    })
    if (done) this.#page.notices.say(this.#page.locale.words.shell.project.duplicated(name))
  }

  /** No question before it: the toast takes it back. */
  async remove(id: ProjectId, name: string): Promise<void> {
    if (this.#page.project.view.current?.id === id) await this.leave()
    if (!(await this.#try(() => this.#page.client.call('deleteProject', { id })))) return
    const { shell } = this.#page.locale.words
    this.#page.notices.say(shell.project.removed(name), {
      label: shell.undo,
      run: () => void this.#try(() => this.#page.client.call('restoreProject', { id })),
    })
  }

  async #enter(what: string, call: () => Promise<unknown>): Promise<boolean> {
    if (this.opening !== null) return false
    this.opening = what
    try {
      const done = await this.#try(async () => {
        await call()
        await this.#page.project.show()
      })
      if (done) this.#page.places.go({ kind: 'project', place: 'grade' })
      return done
    } finally {
      this.opening = null
    }
  }

  async #try(call: () => Promise<unknown>): Promise<boolean> {
    try {
      await call()
      return true
    } catch (error) {
      this.#page.notices.fail(error)
      return false
    }
  }
}

async function measureStorage(): Promise<{ used: number; free: number } | null> {
  try {
    const { usage, quota } = await navigator.storage.estimate()
    if (usage === undefined || quota === undefined) return null
    return { used: usage, free: Math.max(0, quota - usage) }
  } catch {
    return null // plain http and some browsers have no navigator.storage
  }
}
