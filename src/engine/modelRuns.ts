import type { Job } from '../core/job.ts'
import { modelIds, type ModelId } from '../models/figureIds.ts'
import { models } from '../models/index.ts'
import type { Model, ModelInput, ModelRun } from '../models/model.ts'
import type { Need } from '../models/needs.ts'
import type { Document } from '../project/document.ts'
import { modelInputOf, modelOutlineOf } from './modelInput.ts'

/** A model as the document has it, and what it came to; `run` is null where it is off or lacks something. */
export interface ModelState {
  readonly model: Model
  readonly on: boolean
  readonly settings: object
  readonly needs: readonly Need[]
  readonly run: ModelRun | null
}

/** All models of a document. Each is run again only when something that it reads has changed. Yields. */
export async function modelStates(document: Document, job: Job): Promise<readonly ModelState[]> {
  const before = knownStates(document)
  if (before) return before
  const input = await modelInputOf(document, job)
  const states: ModelState[] = []
  for (const [done, id] of modelIds.entries()) {
    await job.checkpoint({ step: 'model', done, total: modelIds.length })
    const model = models.find(id)
    if (model) states.push(await stateOf(document, model, input, job))
  }
  statesOf.set(document, states)
  return states
}

const statesOf = new WeakMap<Document, readonly ModelState[]>()

/** The models of a document if they have run; null = `modelStates` has to do it. */
export function knownStates(document: Document): readonly ModelState[] | null {
  return statesOf.get(document) ?? null
}

async function stateOf(
  document: Document,
  model: Model,
  input: ModelInput,
  job: Job,
): Promise<ModelState> {
  const { on, settings } = chosen(document, model, input)
  const needs = model.needs(input, settings)
  const run = on && needs.length === 0 ? await knownRun(model, input, settings, job) : null
  return { model, on, settings, needs, run }
}

function chosen({ models: choices }: Document, model: Model, input: ModelInput) {
  const choice = choices?.[model.id]
  return {
    on: choice?.on ?? model.usuallyOn(input),
    settings: {
      ...model.defaults(),
      ...(model.below && choices?.[model.below]?.settings),
      ...choice?.settings,
    },
  }
}

/** Columns of the customers' own list that models read: when these change, the models run again. */
export function columnsRead(document: Document): ReadonlySet<string> {
  const input = modelOutlineOf(document)
  return new Set(
    models.all.flatMap((model) => {
      const { on, settings } = chosen(document, model, input)
      return on ? model.reads(input, settings).map(({ id }) => id) : []
    }),
  )
}

interface Known {
  readonly inputs: readonly unknown[]
  readonly run: ModelRun
}
/** The last run of each model: the engine has one document open, and a command is planned before it is applied. */
const known = new Map<ModelId, Known>()

async function knownRun(
  model: Model,
  input: ModelInput,
  settings: object,
  job: Job,
): Promise<ModelRun> {
  const inputs = [
    input.asOf,
    input.customers.rowCount,
    input.customers.order,
    JSON.stringify(settings),
    ...Object.values(input.records).flatMap(({ table, whose }) => [table, whose]),
    ...model.reads(input, settings),
  ]
  const before = known.get(model.id)
  if (
    before?.inputs.length === inputs.length &&
    before.inputs.every((one, at) => one === inputs[at])
  )
    return before.run
  const run = await model.run(input, settings, job)
  known.set(model.id, { inputs, run })
  return run
}
