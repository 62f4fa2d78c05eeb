import type { Levels } from './levels.ts'
import type { MeasureId } from './measures.ts'

/** One combination of three scores, each from 1 to k. */
export type Cell = Readonly<Record<MeasureId, number>>

/** k³ combinations have places from 0, that of 111, to k³ − 1. */
export function placeOf(recency: number, frequency: number, monetary: number, levels: Levels) {
  return ((recency - 1) * levels + frequency - 1) * levels + monetary - 1
}

export function cellAt(place: number, levels: Levels): Cell {
  return {
    recency: Math.floor(place / levels ** 2) + 1,
    frequency: (Math.floor(place / levels) % levels) + 1,
    monetary: (place % levels) + 1,
  }
}

export const cellCount = (levels: Levels) => levels ** 3
