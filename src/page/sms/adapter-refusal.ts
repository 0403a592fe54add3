/** Why a piece of an adapter file was refused. Types only; a closed list that the popup and the log can name. */

export type FileRefusal =
  | 'too-large'
  | 'not-utf8'
  | 'not-json'
  | 'not-an-object'
  | 'unknown-schema'
  | 'bad-version'
  | 'bad-shape'

export type PieceRefusal =
  | 'too-many-adapters'
  | 'bad-id'
  | 'duplicate-id'
  | 'bad-shape'
  | 'bad-host'
  | 'host-outside-package'
  | 'unknown-parser'
  | 'too-many-alternatives'
  | 'selector-too-long'
  | 'selector-throws'
  | 'selector-too-slow'
  | 'selector-too-wide'
  | 'nothing-left'

export interface Refusal {
  /** The adapter's id, or `#index` when it has none. */
  adapter: string
  reason: PieceRefusal
  /** The field of the file in which it was found. */
  field?: string
  /** True: only the named piece was left out; false: the whole adapter. */
  pieceOnly: boolean
}
