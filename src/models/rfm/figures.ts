import type { Figure } from '../model.ts'
import { cellAt, cellCount, placeOf } from './cell.ts'
import type { Measures } from './measures.ts'
import type { Scores } from './scores.ts'
import type { Segments } from './segments.ts'

/** The columns of all customers. */
export function figuresOf(
  measures: Measures,
  scores: Scores,
  segments: Segments,
  unit: string | null,
): readonly Figure[] {
  const plain = { reading: 'number', unit: null } as const
  return [
    { id: 'rfm.recency', ...plain, values: measures.recency },
    { id: 'rfm.frequency', ...plain, values: measures.frequency },
    { id: 'rfm.monetary', reading: 'money', unit, values: measures.monetary },
    { id: 'rfm.r', ...plain, values: scoreValues(scores.recency.scores) },
    { id: 'rfm.f', ...plain, values: scoreValues(scores.frequency.scores) },
    { id: 'rfm.m', ...plain, values: scoreValues(scores.monetary.scores) },
    codes(scores),
    {
      id: 'rfm.segment',
      reading: 'category',
      unit: null,
      codes: segments.codes,
      labels: segments.names,
    },
  ]
}

function scoreValues(scores: Uint8Array): Float64Array {
  return Float64Array.from(scores, (score) => score || NaN)
}

/** 545: words, not numbers, since nothing is to be calculated with them. Only combinations that occur, best first. */
function codes({ levels, recency, frequency, monetary }: Scores): Figure {
  const cells = cellCount(levels)
  const cellOf = Int32Array.from(recency.scores, (r, row) => {
    const f = frequency.scores[row] as number
    const m = monetary.scores[row] as number
    return r && f && m ? placeOf(r, f, m, levels) : -1
  })
  const met = new Uint8Array(cells)
  for (const cell of cellOf) if (cell >= 0) met[cell] = 1
  const codeOf = new Uint32Array(cells)
  const labels: { readonly text: string }[] = []
  for (let cell = cells - 1; cell >= 0; cell--) {
    if (met[cell] === 0) continue
    const at = cellAt(cell, levels)
    codeOf[cell] = labels.push({ text: `${at.recency}${at.frequency}${at.monetary}` })
  }
  return {
    id: 'rfm.code',
    reading: 'category',
    unit: null,
    codes: Uint32Array.from(cellOf, (cell) => (cell < 0 ? 0 : (codeOf[cell] ?? 0))),
    labels,
  }
}
