import type { Preferences } from './preferences.ts'

export type ThemeChoice = 'system' | 'light' | 'dark'
export type Density = 'compact' | 'comfortable'

/** Looks that belong to the reader, not to the project. `App.svelte` writes them to <html>. */
export class Theme {
  choice = $state<ThemeChoice>('system')
  density = $state<Density>('compact')
  readonly #preferences: Preferences

  constructor(preferences: Preferences) {
    this.#preferences = preferences
    const stored = preferences.get('theme')
    if (stored === 'light' || stored === 'dark') this.choice = stored
    if (preferences.get('density') === 'comfortable') this.density = 'comfortable'
  }

  choose(choice: ThemeChoice): void {
    this.choice = choice
    this.#preferences.set('theme', choice === 'system' ? null : choice)
  }

  setDensity(density: Density): void {
    this.density = density
    this.#preferences.set('density', density)
  }
}
