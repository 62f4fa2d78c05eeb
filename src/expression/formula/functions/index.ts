import { registry } from '../../../core/registry.ts'
import type { FormulaPart } from '../part.ts'
import { dates } from './dates.ts'
import { logic } from './logic.ts'
import { numbers } from './numbers.ts'
import { operators } from './operators.ts'
import { numberText, texts } from './texts.ts'

/** What formulas are made of: operators by their sign, functions by their name. */
export const formulaParts = registry<readonly FormulaPart[]>([
  ...operators,
  ...logic,
  ...numbers,
  ...texts,
  ...dates,
  numberText,
])

/** Those that people write by name. */
export const formulaFunctions: readonly FormulaPart[] = formulaParts.all.filter(({ id }) =>
  /^[A-Z]+$/.test(id),
)
