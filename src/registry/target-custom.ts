/** What the signed metadata says about a data file beyond length and hash. */
import { matching, problemsOf, shape, whole } from './check-shape.ts'
import type { TargetFile } from './trust/metadata.ts'

/** `custom` of a target in signed metadata: what the file is and what it gives. */
export interface TargetCustom {
  /** Data format of the file. */
  schema: number
  /** Publication number of the state that it gives. */
  seq: number
  /** The publication that a delta starts from; null for a base. */
  prev: number | null
  /** `stateRoot` of the state that it gives. */
  root: string
}

const base = shape({ schema: whole(1), seq: whole(1), root: matching(/^[0-9a-f]{64}$/, 'a hash') }, {}, 'ignore')
const delta = shape({ prev: whole(1) }, {}, 'ignore')

/** Undefined for files that are neither base nor delta. */
export function readCustom(target: TargetFile): TargetCustom | undefined {
  return isCustom(target.custom) ? target.custom : undefined
}

function isCustom(value: unknown): value is TargetCustom {
  if (problemsOf(base, value).length > 0) return false
  return isBase(value) || problemsOf(delta, value).length === 0
}

function isBase(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'prev' in value && value.prev === null
}
