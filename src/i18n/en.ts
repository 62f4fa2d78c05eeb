import { conditions } from './en/conditions.ts'
import { cells } from './en/cells.ts'
import { blocks } from './en/blocks.ts'
import { exporting } from './en/exporting.ts'
import { forecastPane } from './en/forecastPane.ts'
import { forecasts } from './en/forecasts.ts'
import { formulas } from './en/formulas.ts'
import { groups } from './en/groups.ts'
import { importing } from './en/importing.ts'
import { insights } from './en/insights.ts'
import { errors, issues } from './en/problems.ts'
import { lint } from './en/lint.ts'
import { merged } from './en/merged.ts'
import { modelFields } from './en/modelFields.ts'
import { modelForm } from './en/modelForm.ts'
import { models } from './en/models.ts'
import { offers } from './en/offers.ts'
import { orderPanes } from './en/orderPanes.ts'
import { personal } from './en/personal.ts'
import { quality } from './en/quality.ts'
import { rfm } from './en/rfm.ts'
import { results } from './en/results.ts'
import { rules } from './en/rules.ts'
import { scheme } from './en/scheme.ts'
import { several } from './en/several.ts'
import { sheet } from './en/sheet.ts'
import { sheetKeys } from './en/sheetKeys.ts'
import { sheetTools } from './en/sheetTools.ts'
import { filtering } from './en/filtering.ts'
import { formulaForm } from './en/formulaForm.ts'
import { shell } from './en/shell.ts'
import { sql } from './en/sql.ts'
import { stages } from './en/stages.ts'
import { stability } from './en/stability.ts'
import { start } from './en/start.ts'
import { tables } from './en/tables.ts'
import { weighing } from './en/weighing.ts'
import { workbook } from './en/workbook.ts'
import type { Words } from './zh.ts'

export const en: Words = {
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
