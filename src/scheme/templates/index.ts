import { type Registry, registry } from '../../core/registry.ts'
import type { Table } from '../../table/table.ts'
import type { IsoDate, Scheme } from '../scheme.ts'
import { b2b } from './b2b.ts'
import { bank } from './bank.ts'
import { frequencySpendLifetime } from './frequencySpendLifetime.ts'
import { general } from './general.ts'
import type { ColumnFacts } from './meaning.ts'
import { rfmList } from './rfmList.ts'
import { schemeOf } from './slots.ts'
import { telecom } from './telecom.ts'
import type { Template, TemplateId, TemplateWords } from './template.ts'

/** The templates, in the order of the picker. A new one: its file, its id, its line here, its words. */
export const templates: Registry<Template> = registry<readonly Template[]>([
  frequencySpendLifetime,
  rfmList,
  b2b,
  bank,
  telecom,
  general,
])

/** Id of the template that fits best; null where nothing can be measured. */
export function suggestTemplate(columns: readonly ColumnFacts[]): TemplateId | null {
  const [best] = templates.all
    .map((template) => ({ id: template.id, fit: template.fits(columns) }))
    .sort((a, b) => b.fit - a.fit)
  return best && best.fit > 0 ? best.id : null
}

/** The scheme that a new table begins with, by the template that fits best; without criteria where nothing can be measured. */
export function defaultScheme(
  table: Table,
  asOf: IsoDate,
  words: TemplateWords,
  id: TemplateId | null = suggestTemplate(table.columns),
): Scheme {
  if (id === null) return schemeOf({ id, table, asOf, criteria: [], words })
  return templates.get(id).build(table, asOf, words)
}
