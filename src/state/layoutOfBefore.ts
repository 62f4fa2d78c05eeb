import type { Preferences } from './preferences.ts'

const keysOf = (project: string) => [`layout.${project}`, `columns.${project}`] as const

/** How this browser kept the columns of a project before that was part of projects, unread; null = it knows nothing. */
export function layoutOfBefore(preferences: Preferences, project: string): object | null {
  const [layout, widths] = keysOf(project).map((key) => parsed(preferences.get(key)))
  if (layout === null && widths === null) return null
  return { ...(typeof layout === 'object' ? layout : null), widths }
}

/** Only once the project is known to have a layout of its own in the storage. */
export function forgetLayoutOfBefore(preferences: Preferences, project: string): void {
  for (const key of keysOf(project)) preferences.set(key, null)
}

/** For a copy of a project that was not opened since. */
export function copyLayoutOfBefore(preferences: Preferences, from: string, to: string): void {
  const [layout, widths] = keysOf(from).map((key) => preferences.get(key))
  const [ofLayout, ofWidths] = keysOf(to)
  if (layout) preferences.set(ofLayout, layout)
  if (widths) preferences.set(ofWidths, widths)
}

function parsed(text: string | null): unknown {
  try {
    return JSON.parse(text ?? 'null')
  } catch {
    return null // written by something else
  }
}
