import type { Minimum } from '../../math/minimise.ts'

/** Parameters of highest likelihood. */
export interface Fit<Parameters> {
  readonly parameters: Parameters
  readonly logLikelihood: number // of all customers, natural logarithm, density in the unit of the times
  readonly outcome: Minimum['outcome']
  readonly evaluations: number
}
