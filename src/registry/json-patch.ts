/**
 * What changes one JSON value into another, as JSON: a line with a new number costs the number, not its institution.
 *
 * `[value]` the value anew · `[at, count, items]` in a list, `items` instead of `count` elements from `at` ·
 * `{name: patch}` members of an object (`null`: gone) or, by their index, elements of a list of the same length.
 */
import { RegistryError } from './registry-error.ts'
import { canonicalJson, type JsonObject, type JsonValue } from './trust/canonical-json.ts'

export type Patch = JsonObject | [JsonValue] | [at: number, count: number, items: JsonValue[]]

/** Data is a few levels deep; anything deeper is an attempt on the stack. */
const MAX_DEPTH = 50

/** Undefined when both are equal. `applyPatch(from, diffJson(from, to))` equals `to`. */
export function diffJson(from: JsonValue, to: JsonValue): Patch | undefined {
  if (textOf(from) === textOf(to)) return undefined
  const patch = Array.isArray(from) && Array.isArray(to) ? diffLists(from, to) : diffMembers(from, to)
  return patch !== undefined && textOf(patch).length < textOf([to]).length ? patch : [to]
}

function diffLists(from: JsonValue[], to: JsonValue[]): Patch {
  if (from.length === to.length) {
    const changed = to.map((item, at): [string, Patch | undefined] => [String(at), diffJson(from[at] ?? null, item)])
    return Object.fromEntries(changed.flatMap(([at, patch]) => (patch === undefined ? [] : [[at, patch]])))
  }
  const least = Math.min(from.length, to.length)
  const same = (one: JsonValue | undefined, other: JsonValue | undefined) =>
    textOf(one ?? null) === textOf(other ?? null)
  let head = 0
  while (head < least && same(from[head], to[head])) head++
  let tail = 0
  while (tail < least - head && same(from[from.length - 1 - tail], to[to.length - 1 - tail])) tail++
  return [head, from.length - head - tail, to.slice(head, to.length - tail)]
}

function diffMembers(from: JsonValue, to: JsonValue): Patch | undefined {
  if (!isObject(from) || !isObject(to)) return undefined
  const gone = Object.keys(from).filter((name) => !Object.hasOwn(to, name))
  const changed = Object.entries(to).flatMap(([name, value]): [string, JsonValue][] => {
    const patch = Object.hasOwn(from, name) ? diffJson(from[name] ?? null, value) : [value]
    return patch === undefined ? [] : [[name, patch]]
  })
  return Object.fromEntries([...changed, ...gone.map((name): [string, JsonValue] => [name, null])])
}

/** The value with the patch applied; the given one is not changed. Throws `RegistryError` (`damaged`) for a patch that does not fit. */
export function applyPatch(value: JsonValue, patch: JsonValue, depth = 0): JsonValue {
  if (depth > MAX_DEPTH) throw unfit('is nested too deep')
  if (Array.isArray(patch)) return patch.length === 1 ? (patch[0] ?? null) : splice(value, patch)
  if (!isObject(patch)) throw unfit('is no patch')
  if (Array.isArray(value)) return patchList(value, patch, depth)
  if (isObject(value)) return patchMembers(value, patch, depth)
  throw unfit('goes into a value without members')
}

function splice(value: JsonValue, [at, count, items, ...more]: JsonValue[]): JsonValue {
  const fits = Array.isArray(value) && Array.isArray(items) && isCount(at) && isCount(count) && more.length === 0
  if (!fits || at + count > value.length) throw unfit('does not fit its list')
  return value.toSpliced(at, count, ...items)
}

function patchList(value: JsonValue[], patch: JsonObject, depth: number): JsonValue {
  const next = [...value]
  for (const [name, inner] of Object.entries(patch)) {
    const at = Number(name)
    if (!isCount(at) || at >= value.length) throw unfit('names an element that is not there')
    next[at] = applyPatch(value[at] ?? null, inner, depth + 1)
  }
  return next
}

/** Through entries: `__proto__` is a name like any other. */
function patchMembers(value: JsonObject, patch: JsonObject, depth: number): JsonValue {
  const next = new Map(Object.entries(value))
  for (const [name, inner] of Object.entries(patch)) {
    const known = next.get(name)
    if (inner === null) next.delete(name)
    else
      next.set(
        name,
        known === undefined && Array.isArray(inner) ? newValue(inner) : applyPatch(known ?? null, inner, depth + 1),
      )
  }
  return Object.fromEntries(next)
}

function newValue(patch: JsonValue[]): JsonValue {
  if (patch.length !== 1) throw unfit('changes a member that is not there')
  return patch[0] ?? null
}

function isCount(value: JsonValue | undefined): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0
}

function isObject(value: JsonValue): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function textOf(value: JsonValue): string {
  return new TextDecoder().decode(canonicalJson(value))
}

function unfit(reason: string): RegistryError {
  return new RegistryError('damaged', `a change in the delta ${reason}`)
}
