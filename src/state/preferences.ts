/** Remembered choices that are not data: language, theme, density. Survive a missing localStorage. */
export interface Preferences {
  get(name: string): string | null
  set(name: string, value: string | null): void
}

const prefix = 'tiersheet.'

export function browserPreferences(): Preferences {
  const kept = new Map<string, string>()
  return {
    get(name) {
      try {
        return localStorage.getItem(prefix + name) ?? kept.get(name) ?? null
      } catch {
        return kept.get(name) ?? null // storage may be forbidden
      }
    },
    set(name, value) {
      if (value === null) kept.delete(name)
      else kept.set(name, value)
      try {
        if (value === null) localStorage.removeItem(prefix + name)
        else localStorage.setItem(prefix + name, value)
      } catch {
        // forbidden or full: kept for this visit
      }
    },
  }
}
