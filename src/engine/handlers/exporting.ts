import type { Job } from '../../core/job.ts'
import type { ExportInput, ModelAbout } from '../../export/exporter.ts'
import { decimal } from '../../i18n/format.ts'
import type { Language } from '../../i18n/language.ts'
import { settingsLine } from '../../i18n/settingWords.ts'
import { type Words, wordsOf } from '../../i18n/translate.ts'
import type { Engine } from '../engine.ts'
import { foundValues } from '../foundValues.ts'
import { modelStates, type ModelState } from '../modelRuns.ts'
import { orderOf } from '../order.ts'
import type { Calls, ExportRequest } from '../protocol.ts'
import type { Handlers } from '../server.ts'

/** Files out. An export works on the document as it was when it began; edits go on meanwhile. */
export function exporting(engine: Engine): Pick<Handlers<Calls>, 'exportFile' | 'estimateExport'> {
  async function partsOf(request: ExportRequest, job: Job) {
    const query = request.rows === 'view' ? request.query : null
    const input = await engine.inTurn(async () => {
      await engine.ordered(query, job) // in turn: an edit made after the export was asked for is not in it
      const states = await modelStates(engine.session.document, job)
      return inputOf(engine, request, states, await wordsOf(request.language))
    })
    const { exporters } = await import('../../export/index.ts') // writers of files are large
    return { input, exporter: exporters.get(request.exporter) }
  }
  return {
    async exportFile(request: ExportRequest, job: Job) {
      const { input, exporter } = await partsOf(request, job)
      return exporter.write(input, job)
    },
    async estimateExport(request: ExportRequest, job: Job) {
      const { input, exporter } = await partsOf(request, job)
      return exporter.estimate(input)
    },
  }
}

function inputOf(
  engine: Engine,
  request: ExportRequest,
  states: readonly ModelState[],
  words: Words,
): ExportInput {
  const { document, heldResult: result, table } = engine.session
  const rows =
    request.rows === 'view' && request.query
      ? orderOf(engine.session, request.query).rows
      : table.order
  return {
    document,
    result,
    rows,
    whole: rows.length === table.order.length,
    words,
    models: states.flatMap((state) => aboutOf(state, request.language, words)),
    fileName: request.fileName,
    options: request.options,
  }
}

function aboutOf(
  { model, settings, run }: ModelState,
  language: Language,
  words: Words,
): ModelAbout[] {
  if (!run) return []
  const { id, fields } = model
  const settled = {
    id,
    fields,
    settings: { ...settings },
    found: foundValues(fields, run.facts),
  }
  const decimalOf = (value: number, digits?: number) => decimal(language, value, digits)
  const line = settingsLine(settled, words, decimalOf)
  return [{ id, settings: line, notes: run.notes }]
}
