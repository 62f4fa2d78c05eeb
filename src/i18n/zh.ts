import { conditions } from './zh/conditions.ts'
import { cells } from './zh/cells.ts'
import { blocks } from './zh/blocks.ts'
import { exporting } from './zh/exporting.ts'
import { forecastPane } from './zh/forecastPane.ts'
import { forecasts } from './zh/forecasts.ts'
import { formulas } from './zh/formulas.ts'
import { groups } from './zh/groups.ts'
import { importing } from './zh/importing.ts'
import { insights } from './zh/insights.ts'
import { errors, issues } from './zh/problems.ts'
import { lint } from './zh/lint.ts'
import { merged } from './zh/merged.ts'
import { modelFields } from './zh/modelFields.ts'
import { modelForm } from './zh/modelForm.ts'
import { models } from './zh/models.ts'
import { offers } from './zh/offers.ts'
import { orderPanes } from './zh/orderPanes.ts'
import { personal } from './zh/personal.ts'
import { quality } from './zh/quality.ts'
import { rfm } from './zh/rfm.ts'
import { results } from './zh/results.ts'
import { rules } from './zh/rules.ts'
import { scheme } from './zh/scheme.ts'
import { several } from './zh/several.ts'
import { sheet } from './zh/sheet.ts'
import { sheetKeys } from './zh/sheetKeys.ts'
import { sheetTools } from './zh/sheetTools.ts'
import { filtering } from './zh/filtering.ts'
import { formulaForm } from './zh/formulaForm.ts'
import { shell } from './zh/shell.ts'
import { sql } from './zh/sql.ts'
import { stages } from './zh/stages.ts'
import { stability } from './zh/stability.ts'
import { start } from './zh/start.ts'
import { tables } from './zh/tables.ts'
import { weighing } from './zh/weighing.ts'
import { workbook } from './zh/workbook.ts'

/** Chinese is the source: its shape is the type that every other language must fill. */
export const zh = {
  shell,
  start,
  tables,
  importing,
  several,
  offers,
  models,
  forecasts,
  stages,
  modelFields,
  modelForm,
  rfm,
  forecastPane,
  formulas,
  scheme,
  results,
  rules,
  groups,
  stability,
  lint,
  weighing,
  sheet,
  conditions,
  filtering,
  cells,
  sheetKeys,
  sheetTools,
  formulaForm,
  blocks,
  insights,
  orderPanes,
  personal,
  quality,
  merged,
  exporting,
  workbook,
  sql,
  errors,
  issues,
}
export type Words = typeof zh
