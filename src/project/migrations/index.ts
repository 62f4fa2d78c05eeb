export type Json = Readonly<Record<string, unknown>>

/** A pure step from one stored form to the next. Frozen once shipped: it names no type that may change later. */
export interface Migration {
  readonly from: number
  readonly step: (stored: Json) => Json // gives `format: from + 1`
}

/** In order, without gaps: the last `from` is the current format − 1. Format 1 is the first: nothing to do yet. */
export const migrations: readonly Migration[] = []
