/**
 * Records out of the bytes of a data set: one walk finds the institutions and the numbers of their lines, and an
 * institution is parsed when a look-up asks for it. So the first answer of a killed worker does not wait for all of them.
 * Only for bytes whose signed hash was checked and whose content was asserted before.
 */
import { endOfText, endOfValue, walkArray, walkObject } from './json-walk.ts'
import { keyOf, keyOfBytes } from './number-table.ts'
import { addLine, type InstitutionBrief, type LineKeys, localCodeIn, type Records } from './records.ts'
import { RegistryError } from './registry-error.ts'
import type { PublishedInstitution } from './schema.ts'
import type { StateBytes, StateHead } from './state.ts'

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
const nameBytes = (name: string) => new TextEncoder().encode(`${name}"`)
const INSTITUTIONS = nameBytes('institutions')
const HOTLINES = nameBytes('hotlines')
const ID = nameBytes('id')
const CANONICAL = nameBytes('canonical')
const FORMS = nameBytes('forms')
const ZERO = 0x30
const BACKSLASH = 0x5c

/** Where an institution lies, and within it the value of `hotlines`. */
interface Place {
  start: number
  end: number
  hotlines: number
  hotlinesEnd: number
}

/** Throws `RegistryError` (`damaged`) when there are no institutions in the bytes. */
export function recordsInBytes(bytes: StateBytes): Records {
  const places: Place[] = []
  const ids: string[] = []
  const lineKeys: LineKeys = { keys: [], lines: [], owners: [], first: [] }
  let list: { start: number; end: number } | undefined
  walkObject(bytes, 0, (key, value) => {
    if (!isAt(bytes, key, INSTITUTIONS)) return endOfValue(bytes, value)
    const end = walkArray(bytes, value, (start) => readPlace(bytes, start, places, ids, lineKeys))
    list = { start: value, end }
    return end
  })
  if (list === undefined) throw new RegistryError('damaged', 'the registry holds no institutions')
  const { start, end } = list
  const { institutions: _none, ...head } = parse<StateHead & { institutions: [] }>(
    `${decode(bytes, 0, start)}[]${decode(bytes, end, bytes.length)}`,
  )
  const parsed: PublishedInstitution[] = []
  let briefs: InstitutionBrief[] | undefined
  return {
    head,
    ids,
    lineKeys,
    briefs: () => {
      briefs ??= readBriefs(bytes, places)
      return briefs
    },
    institution: (at) => {
      const known = parsed[at] ?? readInstitution(bytes, places[at])
      parsed[at] = known
      return known
    },
  }
}

function readPlace(bytes: StateBytes, start: number, places: Place[], ids: string[], lineKeys: LineKeys): number {
  const owner = places.length
  const place: Place = { start, end: start, hotlines: start, hotlinesEnd: start }
  places.push(place)
  lineKeys.first.push(lineKeys.owners.length)
  place.end = walkObject(bytes, start, (key, value) => {
    if (isAt(bytes, key, HOTLINES)) {
      place.hotlines = value
      place.hotlinesEnd = walkArray(bytes, value, (line) => readLine(bytes, line, owner, lineKeys))
      return place.hotlinesEnd
    }
    const end = endOfValue(bytes, value)
    if (isAt(bytes, key, ID)) ids[owner] = textAt(bytes, value, end)
    return end
  })
  return place.end
}

function readLine(bytes: StateBytes, start: number, owner: number, lineKeys: LineKeys): number {
  let canonical: number[] = []
  const forms: number[] = []
  const end = walkObject(bytes, start, (key, value) => {
    if (isAt(bytes, key, FORMS)) {
      return walkArray(bytes, value, (form) => {
        const after = endOfText(bytes, form)
        forms.push(...keysAt(bytes, form, after))
        return after
      })
    }
    const after = endOfValue(bytes, value)
    if (isAt(bytes, key, CANONICAL)) canonical = keysAt(bytes, value, after)
    return after
  })
  addLine(lineKeys, owner, forms.length === 0 ? canonical : [...canonical, ...forms])
  return end
}

/** The number of a text and, of an area code with a local code, that of the local code. */
function keysAt(bytes: StateBytes, start: number, end: number): number[] {
  const key = keyOfBytes(bytes, start + 1, end - 1)
  if (key !== 0 && bytes[start + 1] !== ZERO) return [key]
  const form = textAt(bytes, start, end)
  const local = localCodeIn(form)
  return local === undefined ? [keyOf(form)] : [keyOf(form), keyOf(local)]
}

function readBriefs(bytes: StateBytes, places: readonly Place[]): InstitutionBrief[] {
  const texts = places.map(
    ({ start, end, hotlines, hotlinesEnd }) => `${decode(bytes, start, hotlines)}0${decode(bytes, hotlinesEnd, end)}`,
  )
  return parse<InstitutionBrief[]>(`[${texts.join(',')}]`)
}

function readInstitution(bytes: StateBytes, place: Place | undefined): PublishedInstitution {
  if (place === undefined) throw new Error('there is no such institution')
  return parse<PublishedInstitution>(decode(bytes, place.start, place.end))
}

function isAt(bytes: StateBytes, at: number, name: Uint8Array): boolean {
  for (let offset = 0; offset < name.length; offset++) if (bytes[at + offset] !== name[offset]) return false
  return true
}

/** The text between two quotes. */
function textAt(bytes: StateBytes, start: number, end: number): string {
  const text = decode(bytes, start, end)
  return bytes.subarray(start, end).includes(BACKSLASH) ? parse<string>(text) : text.slice(1, -1)
}

function decode(bytes: StateBytes, start: number, end: number): string {
  return decoder.decode(bytes.subarray(start, end))
}

function parse<T>(text: string): T {
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw new RegistryError('damaged', 'the registry is not readable JSON', { cause })
  }
}
