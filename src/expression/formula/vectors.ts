import type { FormulaType } from './formula.ts'

/**
 * Values of a formula's part for a chunk of rows. `step` 0 = one value that holds for all of them.
 * No value: NaN, 2, null. `why` tells the cause per row; null = missing inputs are the only one.
 */
export type Vector = Numbers | Truths | Texts
interface Base {
  readonly step: 0 | 1
  readonly why: Uint8Array | null // codes of `cellErrors`
}
export interface Numbers extends Base {
  readonly kind: 'numbers' // dates too
  readonly values: Float64Array
}
export interface Truths extends Base {
  readonly kind: 'truths'
  readonly values: Uint8Array // 0, 1; 2 = no value
}
export interface Texts extends Base {
  readonly kind: 'texts'
  readonly codes: Uint32Array
  readonly words: readonly (string | null)[] // '' is a text; null = no value
}

/** What a cell without a value shows, by code: as Excel and WPS do. '' = a missing input, the cell is empty. */
export const cellErrors = ['', '#DIV/0!', '#VALUE!', '#NUM!', '#REF!', '#NAME?'] as const
export type CellError = (typeof cellErrors)[number]
export const errorCode = Object.fromEntries(cellErrors.map((text, code) => [text, code])) as Record<
  CellError,
  number
>

export type Scalar = number | string | boolean | null

export function isNone(vector: Vector, at: number): boolean {
  const i = vector.step * at
  switch (vector.kind) {
    case 'numbers':
      return Number.isNaN(vector.values[i])
    case 'truths':
      return vector.values[i] === 2
    case 'texts':
      return vector.words[vector.codes[i] ?? 0] === null
  }
}

export function scalarAt(vector: Vector, at: number): Scalar {
  const i = vector.step * at
  switch (vector.kind) {
    case 'numbers': {
      const value = vector.values[i] ?? NaN
      return Number.isNaN(value) ? null : value
    }
    case 'truths':
      return vector.values[i] === 2 ? null : vector.values[i] === 1
    case 'texts':
      return vector.words[vector.codes[i] ?? 0] ?? null
  }
}

export const whyAt = ({ why, step }: Vector, at: number): number => why?.[step * at] ?? 0

export const sameNumber = (value: number): Numbers => ({
  kind: 'numbers',
  values: Float64Array.of(value),
  why: null,
  step: 0,
})
export const sameText = (value: string): Texts => ({
  kind: 'texts',
  codes: new Uint32Array(1),
  words: [value],
  why: null,
  step: 0,
})
export const sameTruth = (value: boolean): Truths => ({
  kind: 'truths',
  values: Uint8Array.of(Number(value)),
  why: null,
  step: 0,
})

/** Filled row by row; `type` as the formula's. */
export class VectorWriter {
  readonly #type: FormulaType
  readonly #numbers: Float64Array
  readonly #truths: Uint8Array
  readonly #codes: Uint32Array
  readonly #words: (string | null)[] = []
  readonly #count: number
  readonly #step: 0 | 1
  #why: Uint8Array | null = null

  constructor(type: FormulaType, count: number, step: 0 | 1) {
    this.#type = type
    this.#count = step === 0 ? 1 : count
    this.#step = step
    const isText = type === 'text'
    const isTruth = type === 'boolean'
    this.#numbers = new Float64Array(isText || isTruth ? 0 : this.#count)
    this.#truths = new Uint8Array(isTruth ? this.#count : 0)
    this.#codes = new Uint32Array(isText ? this.#count : 0)
  }

  set(at: number, value: Scalar): void {
    if (this.#type === 'text') {
      this.#codes[at] = at
      this.#words[at] = value as string | null
    } else if (this.#type === 'boolean') this.#truths[at] = value === null ? 2 : Number(value)
    else this.#numbers[at] = (value as number | null) ?? NaN
  }

  none(at: number, why: number): void {
    this.set(at, null)
    if (why !== 0) (this.#why ??= new Uint8Array(this.#count))[at] = why
  }

  finish(): Vector {
    const base = { why: this.#why, step: this.#step }
    if (this.#type === 'text')
      return { kind: 'texts', codes: this.#codes, words: this.#words, ...base }
    if (this.#type === 'boolean') return { kind: 'truths', values: this.#truths, ...base }
    return { kind: 'numbers', values: this.#numbers, ...base }
  }
}

export const stepOf = (of: readonly Vector[]): 0 | 1 => (of.some(({ step }) => step === 1) ? 1 : 0)
