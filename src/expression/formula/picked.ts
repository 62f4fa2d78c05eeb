import type { Facts } from './part.ts'
import type { Vector } from './vectors.ts'

/**
 * Of several vectors of one type, in each row the one that `which` names; below 0: none of them, −1 − the cause. A choice of
 * null has no value.
 */
export function picked(
  choices: readonly (Vector | null)[],
  { count, type }: Facts,
  step: 0 | 1,
  which: (row: number) => number,
): Vector {
  const length = step === 0 ? 1 : count
  let why: Uint8Array | null = null
  const tell = (at: number, code: number) => {
    if (code !== 0) (why ??= new Uint8Array(length))[at] = code
  }
  const each = (put: (at: number, choice: number, from: number) => void) => {
    for (let at = 0; at < length; at++) {
      const choice = which(at)
      const vector = choice < 0 ? null : (choices[choice] ?? null)
      if (vector === null) {
        put(at, -1, 0)
        tell(at, choice < 0 ? -1 - choice : 0)
        continue
      }
      const from = vector.step * at
      put(at, choice, from)
      if (vector.why !== null) tell(at, vector.why[from] ?? 0)
    }
  }
  switch (type) {
    case 'number':
    case 'date': {
      const from = choices.map((one) => (one?.kind === 'numbers' ? one.values : null))
      const values = new Float64Array(length)
      each((at, choice, place) => (values[at] = from[choice]?.[place] ?? NaN))
      return { kind: 'numbers', values, why, step }
    }
    case 'boolean': {
      const from = choices.map((one) => (one?.kind === 'truths' ? one.values : null))
      const values = new Uint8Array(length)
      each((at, choice, place) => (values[at] = from[choice]?.[place] ?? 2))
      return { kind: 'truths', values, why, step }
    }
    case 'text': {
      const words: (string | null)[] = [null]
      const starts = choices.map((one) => {
        const start = words.length
        if (one?.kind === 'texts') for (const word of one.words) words.push(word)
        return start
      })
      const from = choices.map((one) => (one?.kind === 'texts' ? one.codes : null))
      const codes = new Uint32Array(length)
      each((at, choice, place) => {
        const code = from[choice]?.[place]
        codes[at] = code === undefined ? 0 : (starts[choice] ?? 0) + code
      })
      return { kind: 'texts', codes, words, why, step }
    }
  }
}
