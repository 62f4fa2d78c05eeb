import { registry, type Registry } from '../core/registry.ts'
import { csv } from './csv.ts'
import type { Exporter } from './exporter.ts'
import { sql } from './sql/index.ts'
import { workbook } from './workbook/index.ts'

/** The kinds of file that can be written. A new one: its file and its line here. */
export const exporters: Registry<Exporter> = registry<readonly Exporter[]>([workbook, csv, sql])
