/** Words of one field of a model's form. */
export interface FieldWords {
  readonly name: string
  readonly help?: string
  readonly empty?: string // what a number left empty means, where nothing is found for it
  readonly options?: Readonly<Record<string, string>> // of a choice, by option
}
