/**
 * The message reader's way into a frame: a script of its own, injected where a conversation may stand (`loadReader`), so
 * that other pages do not carry it. Both scripts share the extension's isolated world, which pages cannot see.
 */
import type { StartReader } from './message-reader.ts'

/** @param published the published adapter file, null where no adapter may apply. */
export type DeliveredReader = (published: string | null) => StartReader

const place = Symbol.for('zhenhao.sms')

/** Called by the injected script. */
export function deliverReader(reader: DeliveredReader): void {
  Reflect.set(globalThis, place, reader)
}

/** Undefined until the script has run in this frame. */
export function deliveredReader(): DeliveredReader | undefined {
  return Reflect.get(globalThis, place) as DeliveredReader | undefined
}
