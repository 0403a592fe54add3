/** Keys and roles: how metadata hands trust on, from root to the top-level roles and from targets to delegated ones. */
import {
  assertFlag,
  assertInteger,
  assertList,
  assertObject,
  assertText,
  assertTexts,
  assertUnique,
  member,
  readMap,
} from './assert-json.ts'
import type { JsonObject, JsonValue } from './canonical-json.ts'
import type { KeyRecord } from './keys.ts'
import { TufError } from './tuf-error.ts'

/** Whose signatures a role needs, and how many of them. */
export interface RoleKeys {
  keyids: string[]
  threshold: number
}

/** What a delegated role may speak for. */
export type Scope = { paths: string[] } | { pathHashPrefixes: string[] }

export interface DelegatedRole extends RoleKeys {
  name: string
  terminating: boolean
  scope: Scope
}

/** Hash bins under one key set (TAP 15): 2^bitLength roles named `prefix-<hex>`. */
export interface SuccinctRoles extends RoleKeys {
  bitLength: number
  namePrefix: string
}

export interface Delegations {
  keys: Map<string, KeyRecord>
  roles: DelegatedRole[]
  succinct?: SuccinctRoles
}

export const TOP_ROLES = ['root', 'timestamp', 'snapshot', 'targets'] as const
export type TopRole = (typeof TOP_ROLES)[number]

/** Spec 4.3, KEYS: only the members that verifying needs are asserted, unknown ones stay in `body`. */
export function readKeys(value: JsonValue | undefined): Map<string, KeyRecord> {
  return readMap(value, 'keys', (item, id) => {
    const body = assertObject(item, `key ${id}`)
    return {
      id,
      body,
      keytype: assertText(member(body, 'keytype'), `keytype of ${id}`),
      scheme: assertText(member(body, 'scheme'), `scheme of ${id}`),
      publicValue: assertText(member(assertObject(member(body, 'keyval'), `keyval of ${id}`), 'public'), `key ${id}`),
    }
  })
}

export function readRoleKeys(value: JsonValue | undefined, what: string): RoleKeys {
  const role = assertObject(value, what)
  return {
    keyids: assertUnique(assertTexts(member(role, 'keyids'), `keyids of ${what}`), `keyids of ${what}`),
    threshold: assertInteger(member(role, 'threshold'), 1, `threshold of ${what}`),
  }
}

/** Spec 4.5, DELEGATIONS. */
export function readDelegations(value: JsonValue): Delegations {
  const object = assertObject(value, 'delegations')
  const keys = readKeys(member(object, 'keys'))
  const succinct = member(object, 'succinct_roles')
  if (succinct !== undefined) return { keys, roles: [], succinct: readSuccinctRoles(succinct) }
  const roles = assertList(member(object, 'roles'), 'delegated roles').map(readDelegatedRole)
  assertUnique(
    roles.map((role) => role.name),
    'delegated role names',
  )
  return { keys, roles }
}

function readDelegatedRole(value: JsonValue): DelegatedRole {
  const role = assertObject(value, 'delegated role')
  const name = assertText(member(role, 'name'), 'delegated role name')
  assertDelegable(name)
  const terminating = member(role, 'terminating')
  return {
    ...readRoleKeys(role, name),
    name,
    terminating: terminating === undefined ? false : assertFlag(terminating, `terminating of ${name}`),
    scope: readScope(role, name),
  }
}

/** A delegated role named like a top-level one would be stored over it. */
function assertDelegable(name: string): void {
  if (name === '' || TOP_ROLES.some((top) => top === name)) {
    throw new TufError('malformed', `"${name}" cannot be delegated`)
  }
}

function readScope(role: JsonObject, name: string): Scope {
  const paths = member(role, 'paths')
  const prefixes = member(role, 'path_hash_prefixes')
  if ((paths === undefined) === (prefixes === undefined)) {
    throw new TufError('malformed', `${name} needs either paths or path_hash_prefixes`)
  }
  return paths === undefined
    ? { pathHashPrefixes: assertTexts(prefixes, `path_hash_prefixes of ${name}`) }
    : { paths: assertTexts(paths, `paths of ${name}`) }
}

const MAX_BITS = 32

function readSuccinctRoles(value: JsonValue): SuccinctRoles {
  const object = assertObject(value, 'succinct_roles')
  const bitLength = assertInteger(member(object, 'bit_length'), 1, 'bit_length')
  if (bitLength > MAX_BITS) throw new TufError('malformed', `bit_length is more than ${MAX_BITS}`)
  const namePrefix = assertText(member(object, 'name_prefix'), 'name_prefix')
  return { ...readRoleKeys(object, 'succinct_roles'), bitLength, namePrefix }
}
