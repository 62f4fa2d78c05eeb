/** The sheet without a framework, for another project: see README.md. In Svelte, import `Grid.svelte`. */
import './defaults.css'
import './grid.css'

export { Sheet } from './sheet.ts'
export type * from './source.ts'
