/** Why there is no trusted registry. Callers switch on `code`, never on the text. */

/** Closed list; the words for people are in the locales. `store`: the database could not be opened or read. */
export type RegistryProblem = 'signature' | 'damaged' | 'missing' | 'schema' | 'store'

export class RegistryError extends Error {
  readonly code: RegistryProblem

  constructor(code: RegistryProblem, message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'RegistryError'
    this.code = code
  }
}
