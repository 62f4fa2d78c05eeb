import type { Importer } from './importer.ts'
import { delimited } from './delimited.ts'
import { json } from './json.ts'
import { markdown } from './markdown.ts'
import { workbook } from './workbook.ts'

/** Asked in this order. `delimited` accepts every text, so it stands last. */
export const importers: readonly Importer[] = [workbook, json, markdown, delimited]
