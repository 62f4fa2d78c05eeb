import type { GridEditor } from './source.ts'

/** What an editor needs to know and tells of. */
export interface EditorHost {
  /** How the active cell is edited; null = there is no cell. */
  editorNow(): GridEditor | null
  opened(): void
  refused(): void
  /** The owner opens its own form. */
  own(typed: string): void
  /** Opens the editor over the active cell. */
  edit(): void
  turn(): void
  commit(): void
  /** Closes and leaves the cell as it was. */
  cancel(): void
  label(): string
}
