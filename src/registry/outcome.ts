/** How a try to update ended: a closed list, kept with its time and told in plain words by the UI. Types only. */
import type { TufErrorCode } from './trust/tuf-error.ts'

export type FailureCode =
  | TufErrorCode
  /** Only data of a newer format is published: the extension must be updated. */
  | 'schema'
  /** A signed file does not give a sound data set, or not the signed one. */
  | 'bad-data'
  /** No institutions, or a third of them gone at once: kept back until maintainers look. */
  | 'implausible'
  /** Nothing could be stored: disk full, quota, broken profile. */
  | 'store'

export type Outcome =
  /** A newer data set is active. `bytes` = decoded bytes of the data files that were fetched. */
  | { kind: 'updated'; seq: number; by: 'base' | 'delta'; bytes: number; adapters?: FailureCode }
  /** Proven fresh, nothing newer. `adapters`, here and above: why the published file of message views could not be taken. */
  | { kind: 'current'; seq: number; adapters?: FailureCode }
  | { kind: 'failed'; code: FailureCode; reason: string }
  /** The permission for the registry's address was withdrawn: no request was made. */
  | { kind: 'not-permitted' }
  /** This build has no registry address. */
  | { kind: 'no-address' }
  /** Another context is updating. */
  | { kind: 'busy' }
