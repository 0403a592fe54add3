/** Which institutions belong together: one group, one shared line, or a product that the other one operates. */
import type { LineKeys, Records } from './records.ts'

export interface Kinship {
  /** True when a number of one is no contradiction beside the name of the other. Symmetric; an institution is its own kin. */
  related(a: string, b: string): boolean
  /** True when `ancestor` is the parent of `id`, or the parent's parent. */
  descends(id: string, ancestor: string): boolean
}

/** `keyOf` of the local codes 96000–96999 and 960000–969999. */
const isLocalCode = (key: number) => (key >= 196_000 && key <= 196_999) || (key >= 1_960_000 && key <= 1_969_999)

/** At most so many steps up: a chain of parents that runs in a circle must end. */
const MAX_DEPTH = 8

/** Reads the relations from parents, product operators and lines listed by several institutions. */
export function buildKinship(records: Records): Kinship {
  const byId = new Map(records.briefs().map((one) => [one.id, one]))
  let known: ReadonlyMap<string, ReadonlySet<string>> | undefined
  /** Few texts ask for it, and it takes a look at every line. */
  const near = () => {
    known ??= nearOnes(records)
    return known
  }
  const ancestors = (id: string): string[] => {
    const chain = [id]
    let parent = byId.get(id)?.parent
    while (parent !== undefined && chain.length < MAX_DEPTH && !chain.includes(parent)) {
      chain.push(parent)
      parent = byId.get(parent)?.parent
    }
    return chain
  }
  return {
    related(a, b) {
      if (a === b || near().get(a)?.has(b)) return true
      return ancestors(a).at(-1) === ancestors(b).at(-1)
    },
    descends: (id, ancestor) => id !== ancestor && ancestors(id).includes(ancestor),
  }
}

function nearOnes(records: Records): Map<string, Set<string>> {
  const near = new Map<string, Set<string>>()
  const join = (a: string, b: string) => {
    if (a === b) return
    near.set(a, (near.get(a) ?? new Set()).add(b))
    near.set(b, (near.get(b) ?? new Set()).add(a))
  }
  for (const one of records.briefs()) for (const product of one.products ?? []) join(one.id, product.operatedBy)
  for (const owners of sharedLines(records.lineKeys))
    for (const owner of owners) for (const other of owners) join(records.ids[owner] ?? '', records.ids[other] ?? '')
  return near
}

/** Institutions that list the same canonical number: the first key of a line. */
function sharedLines({ keys, lines, owners }: LineKeys): Set<number>[] {
  const listed = new Map<number, number | Set<number>>()
  keys.forEach((key, at) => {
    const line = lines[at] ?? 0
    // The same local digits are different lines in different provinces.
    if (lines[at - 1] === line || key === 0 || isLocalCode(key)) return
    const owner = owners[line] ?? 0
    const known = listed.get(key)
    if (known === undefined) listed.set(key, owner)
    else if (typeof known !== 'number') known.add(owner)
    else if (known !== owner) listed.set(key, new Set([known, owner]))
  })
  return [...listed.values()].filter((value) => typeof value !== 'number')
}
