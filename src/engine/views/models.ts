import { figureIds, type ModelId } from '../../models/figureIds.ts'
import { columnById } from '../../table/table.ts'
import { knownStates, type ModelState } from '../modelRuns.ts'
import { foundValues } from '../foundValues.ts'
import type { ModelSummary, ModelsView, ModelView } from '../modelViews.ts'
import type { Session } from '../session.ts'

/** All models. They must have run (`modelStates`). */
export function models(session: Session): ModelsView {
  return {
    asOf: session.document.scheme.asOf,
    models: statesIn(session).map((state) => summaryOf(session, state)),
  }
}

/** One model with its facts; null = there is none of that name. */
export function model(session: Session, { id }: { id: ModelId }): ModelView | null {
  const state = statesIn(session).find((one) => one.model.id === id)
  if (!state) return null
  const facts = state.run?.facts ?? null
  return { ...summaryOf(session, state), asOf: session.document.scheme.asOf, facts } as ModelView
}

function summaryOf({ document, table }: Session, state: ModelState): ModelSummary {
  const { model, on, settings, needs, run } = state
  const choice = document.models?.[model.id]
  const wanted = choice?.columns ?? model.usual
  return {
    id: model.id,
    on,
    decided: choice !== undefined,
    needs,
    settings: { ...settings },
    fields: model.fields,
    found: foundValues(model.fields, run?.facts),
    columns: figureIds[model.id].map((id) => ({
      id,
      wanted: wanted.includes(id),
      usual: model.usual.includes(id),
      name: columnById(table, id)?.name ?? null,
    })),
    notes: run?.notes ?? [],
  }
}

function statesIn({ document }: Session): readonly ModelState[] {
  const states = knownStates(document)
  if (!states) throw new Error('models run before they are asked for')
  return states
}
