/** Assertions over parsed JSON, own properties only. Each names what it found wrong and throws `malformed`. */
import type { JsonObject, JsonValue } from './canonical-json.ts'
import { TufError } from './tuf-error.ts'

function refuse(what: string, wanted: string): never {
  throw new TufError('malformed', `${what} is not ${wanted}`)
}

export function assertObject(value: JsonValue | undefined, what: string): JsonObject {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) refuse(what, 'an object')
  return value
}

export function assertList(value: JsonValue | undefined, what: string): JsonValue[] {
  if (!Array.isArray(value)) refuse(what, 'a list')
  return value
}

export function assertText(value: JsonValue | undefined, what: string): string {
  if (typeof value !== 'string') refuse(what, 'a string')
  return value
}

export function assertFlag(value: JsonValue | undefined, what: string): boolean {
  if (typeof value !== 'boolean') refuse(what, 'true or false')
  return value
}

/** An integer of at least `least`, exactly representable. */
export function assertInteger(value: JsonValue | undefined, least: number, what: string): number {
  if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < least) {
    refuse(what, `an integer of at least ${least}`)
  }
  return value
}

/** Milliseconds since 1970 of `YYYY-MM-DDTHH:MM:SSZ`, the one date form of the specification (4.2). */
export function assertDate(value: JsonValue | undefined, what: string): number {
  const text = assertText(value, what)
  const time = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(text) ? Date.parse(text) : Number.NaN
  // Date.parse accepts 31 February and 24:00: only a date that prints as it was written exists.
  if (Number.isNaN(time) || new Date(time).toISOString() !== text.replace('Z', '.000Z')) {
    refuse(what, 'a date of the form YYYY-MM-DDTHH:MM:SSZ')
  }
  return time
}

export function assertUnique(texts: string[], what: string): string[] {
  if (new Set(texts).size !== texts.length) refuse(what, 'free of repetitions')
  return texts
}

export function assertTexts(value: JsonValue | undefined, what: string): string[] {
  return assertList(value, what).map((item) => assertText(item, what))
}

/** The own member of that name; undefined when absent. `value[name]` would find `constructor` in any object. */
export function member(value: JsonObject, name: string): JsonValue | undefined {
  return Object.hasOwn(value, name) ? value[name] : undefined
}

/** Own entries as a Map, each value read by `read`. */
export function readMap<T>(
  value: JsonValue | undefined,
  what: string,
  read: (item: JsonValue, name: string) => T,
): Map<string, T> {
  return new Map(Object.entries(assertObject(value, what)).map(([name, item]) => [name, read(item, name)]))
}
