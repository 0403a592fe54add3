/** Turns a key into words: `{name}` places are filled, nothing else is interpreted. */

export type Params = Readonly<Record<string, string | number>>

/** The words of one surface in one language. */
export type Words<Key extends string> = Readonly<Record<Key, string>>

/** Says a key's words. */
export type Say<Key extends string> = (key: Key, params?: Params) => string

/** The words of `key` with `{name}` replaced by `params.name`; a place without a value stays as it is. */
export function text<Key extends string>(words: Words<Key>, key: Key, params: Params = {}): string {
  return words[key].replace(/\{(\w+)\}/g, (place, name: string) =>
    Object.hasOwn(params, name) ? String(params[name]) : place,
  )
}

/** `text` bound to one language's words. */
export function sayWith<Key extends string>(words: Words<Key>): Say<Key> {
  return (key, params) => text(words, key, params)
}
