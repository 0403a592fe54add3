/** Files that must be there: a missing one is told by its name, not by an errno. */
import { readFileSync } from 'node:fs'

/** Throws one sentence when the file is missing or unreadable. */
export function readWhole(file: string): Buffer<ArrayBuffer> {
  try {
    return readFileSync(file)
  } catch {
    throw new Error(`${file}: is missing or unreadable`)
  }
}

/** The same as JSON. `what` names what the file should be: “is not a public key file”. */
export function readWholeJson(file: string, what: string): unknown {
  const text = readWhole(file).toString('utf8')
  try {
    return JSON.parse(text)
  } catch {
    throw new Error(`${file}: is not ${what}`)
  }
}
