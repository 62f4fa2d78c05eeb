import { bgNbdAlive, type BgNbd, bgNbdExpectedOfNew, bgNbdWhileAlive } from './bgnbd.ts'
import { nbdExpected, type Nbd } from './nbd.ts'
import {
  paretoNbdAlive,
  type ParetoNbd,
  paretoNbdExpectedOfNew,
  paretoNbdWhileAlive,
} from './paretoNbd.ts'

/** How customers buy and leave. `nbd`: nothing in the data tells who has left. */
export type PurchaseModel =
  | { readonly id: 'bgNbd'; readonly parameters: BgNbd }
  | { readonly id: 'paretoNbd'; readonly parameters: ParetoNbd }
  | { readonly id: 'nbd'; readonly parameters: Nbd }

/** P(alive) of a customer with repeat purchases; NaN = cannot be told: bought once, or who leaves cannot be told at all. */
export function aliveOf(model: PurchaseModel, x: number, recency: number, age: number): number {
  if (!(x > 0)) return NaN
  switch (model.id) {
    case 'bgNbd':
      return bgNbdAlive(model.parameters, x, recency, age)
    case 'paretoNbd':
      return paretoNbdAlive(model.parameters, x, recency, age)
    case 'nbd':
      return NaN
  }
}

/** Purchases expected in the next `ahead`, by the formulas of the papers, which also give a number after one purchase. */
export function expectedOf(
  model: PurchaseModel,
  x: number,
  recency: number,
  age: number,
): (ahead: number) => number {
  switch (model.id) {
    case 'bgNbd': {
      const { parameters } = model
      const alive = bgNbdAlive(parameters, x, recency, age)
      return (ahead) => alive * bgNbdWhileAlive(parameters, x, age, ahead)
    }
    case 'paretoNbd': {
      const { parameters } = model
      const alive = paretoNbdAlive(parameters, x, recency, age)
      return (ahead) => alive * paretoNbdWhileAlive(parameters, x, age, ahead)
    }
    case 'nbd':
      return (ahead) => nbdExpected(model.parameters, x, age, ahead)
  }
}

/** Repeat purchases of a customer within `time` after the first. */
export function expectedOfNew(model: PurchaseModel, time: number): number {
  switch (model.id) {
    case 'bgNbd':
      return bgNbdExpectedOfNew(model.parameters, time)
    case 'paretoNbd':
      return paretoNbdExpectedOfNew(model.parameters, time)
    case 'nbd':
      return nbdExpected(model.parameters, 0, 0, time)
  }
}
