import { weightHelpers } from '../grading/weights/index.ts'
import { aggregations } from '../scheme/aggregation/index.ts'
import { scorings } from '../scheme/scoring/index.ts'
import { stabilities } from '../scheme/stability/index.ts'
import { templates } from '../scheme/templates/index.ts'
import { tierings } from '../scheme/tiering/index.ts'
import { readings } from '../table/parse/index.ts'
import { samples } from './samples.ts'
import type { Catalogue } from './views.ts'

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
    samples: samples.all.map(({ id, rowCount }) => ({ id, rowCount })),
  }
}
