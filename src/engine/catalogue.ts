import { formulaFunctions } from '../expression/formula/functions/index.ts'
import type { Argument, Signature } from '../expression/formula/part.ts'
import { weightHelpers } from '../grading/weights/index.ts'
import { aggregations } from '../scheme/aggregation/index.ts'
import { scorings } from '../scheme/scoring/index.ts'
import { stabilities } from '../scheme/stability/index.ts'
import { templates } from '../scheme/templates/index.ts'
import { tierings } from '../scheme/tiering/index.ts'
import { readings } from '../table/parse/index.ts'
import { samples } from './samples.ts'
import type { Catalogue, FunctionEntry } from './views.ts'

export function catalogue(): Catalogue {
  return {
    scoring: scorings.all.map(({ id, types, directed, fields }) => ({
      id,
      types,
      directed,
      fields,
    })),
    tiering: tierings.all.map(({ id }) => id),
    aggregation: aggregations.all.map(({ id }) => id),
    stability: stabilities.all.map(({ id, start, fields }) => ({ id, start, fields })),
    weightHelpers: weightHelpers.all.map(({ id }) => id),
    templates: templates.all.map(({ id }) => id),
    readings: readings.all.map(({ id, type }) => ({ id, type })),
    functions: formulaFunctions.map(({ id, kind, signature }) => ({
      id,
      kind,
      arguments: argumentsOf(signature),
    })),
    samples: samples.all.map(({ id, rowCount }) => ({ id, rowCount })),
  }
}

function argumentsOf({ first, optional = [], repeated = [] }: Signature) {
  const entry = ({ id, type }: Argument, is: 'first' | 'optional' | 'repeated') => ({
    id,
    type,
    optional: is === 'optional',
    repeated: is === 'repeated',
  })
  const entries: FunctionEntry['arguments'] = [
    ...first.map((one) => entry(one, 'first')),
    ...optional.map((one) => entry(one, 'optional')),
    ...repeated.map((one) => entry(one, 'repeated')),
  ]
  return entries
}
