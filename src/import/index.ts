import type { Importer } from './importer.ts'
import { delimited } from './text/delimited.ts'
import { json } from './json/json.ts'
import { markdown } from './text/markdown.ts'
import { workbook } from './workbook/workbook.ts'

/** Asked in this order. `delimited` accepts every text, so it stands last. */
export const importers: readonly Importer[] = [workbook, json, markdown, delimited]
