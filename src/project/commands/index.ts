import { newId } from '../../core/id.ts'
import type { Change } from '../change.ts'
import type { Command, CommandKind } from '../command.ts'
import type { Document } from '../document.ts'
import { writtenByHand } from '../edited.ts'
import { editCells, pasteBlock } from './cells.ts'
import { addColumn, changeColumn, deleteColumn, deleteColumns, duplicateColumn } from './columns.ts'
import type { CommandOf, Plan, PlanContext } from './contract.ts'
import { addCriterion, chooseScoring, setCriterion, useTemplate } from './criteria.ts'
import {
  addGroup,
  moveGroup,
  placeCriterion,
  removeGroup,
  setGroup,
  setWithin,
  useGroups,
} from './groups.ts'
import { setFormula } from './formulas.ts'
import { fixFinding } from './fixFinding.ts'
import { keepDistinct, suggestAgain } from './distinct.ts'
import { setLayout } from './layout.ts'
import { chooseAxis } from './matrix.ts'
import { mergeCustomers, takeApart } from './merge.ts'
import { setModel } from './models.ts'
import { override } from './override.ts'
import { renameProject } from './project.ts'
import { deleteRows, duplicateRows, insertRows } from './rows.ts'
import { addRule, moveRule, removeRule, setRule } from './rules.ts'
import {
  addTier,
  chooseTiering,
  keepScheme,
  moveCriterion,
  removeCriterion,
  removeTier,
  revertScheme,
  setAggregation,
  setAsOf,
  setScheme,
  setStability,
  setTier,
  setTiering,
  setValueColumn,
  setWeight,
  setWeights,
} from './scheme.ts'

/** Every kind of command. A new one: its shape in `command.ts`, its plan, its line here, its words for the undo menu. */
const plans: { readonly [K in CommandKind]: Plan<CommandOf<K>> } = {
  editCells,
  pasteBlock,
  insertRows,
  deleteRows,
  duplicateRows,
  addColumn,
  duplicateColumn,
  deleteColumn,
  deleteColumns,
  changeColumn,
  setFormula,
  addCriterion,
  removeCriterion,
  moveCriterion,
  setWeight,
  setWeights,
  setCriterion,
  chooseScoring,
  setTiering,
  chooseTiering,
  setAggregation,
  useGroups,
  addGroup,
  setGroup,
  moveGroup,
  removeGroup,
  placeCriterion,
  chooseAxis,
  setWithin,
  addRule,
  setRule,
  removeRule,
  moveRule,
  setStability,
  addTier,
  removeTier,
  setTier,
  setScheme,
  useTemplate,
  setAsOf,
  setValueColumn,
  keepScheme,
  revertScheme,
  override,
  mergeCustomers,
  takeApart,
  keepDistinct,
  suggestAgain,
  fixFinding,
  setModel,
  setLayout,
  renameProject,
}

export const commandKinds = Object.keys(plans) as readonly CommandKind[]

/** The same, and which cells of the customers were thereby written by hand. */
export function planByHand(document: Document, command: Command): readonly Change[] {
  const changes = plan(document, command)
  return [...changes, ...writtenByHand(document, changes)]
}

/** The changes that carry out a command. Throws `command.invalid` { reason, … }; the document is never touched. */
export function plan(
  document: Document,
  command: Command,
  context: PlanContext = { newId },
): readonly Change[] {
  const planned = plans[command.kind] as Plan<Command>
  return planned(document, command, context)
}
