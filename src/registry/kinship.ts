/** Which institutions belong together: one group, one shared line, or a product that the other one operates. */
import type { PublishedInstitution } from './schema.ts'

export interface Kinship {
  /** True when a number of one is no contradiction beside the name of the other. Symmetric; an institution is its own kin. */
  related(a: string, b: string): boolean
  /** True when `ancestor` is the parent of `id`, or the parent's parent. */
  descends(id: string, ancestor: string): boolean
}

const LOCAL_CODE = /^96\d{3,4}$/

/** At most so many steps up: a chain of parents that runs in a circle must end. */
const MAX_DEPTH = 8

/** Builds the relations from parents, product operators and lines listed by several institutions. */
export function buildKinship(institutions: readonly PublishedInstitution[]): Kinship {
  const byId = new Map(institutions.map((one) => [one.id, one]))
  const idByName = new Map(institutions.map((one) => [one.name.zh, one.id]))
  const near = new Map<string, Set<string>>()
  const join = (a: string, b: string) => {
    if (a === b) return
    near.set(a, (near.get(a) ?? new Set()).add(b))
    near.set(b, (near.get(b) ?? new Set()).add(a))
  }
  for (const one of institutions)
    for (const product of one.products ?? [])
      join(one.id, byId.has(product.operatedBy) ? product.operatedBy : (idByName.get(product.operatedBy) ?? one.id))
  for (const owners of sharedLines(institutions))
    for (const owner of owners) for (const other of owners) join(owner, other)

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
      if (a === b || near.get(a)?.has(b)) return true
      return ancestors(a).at(-1) === ancestors(b).at(-1)
    },
    descends: (id, ancestor) => id !== ancestor && ancestors(id).includes(ancestor),
  }
}

function sharedLines(institutions: readonly PublishedInstitution[]): Iterable<Set<string>> {
  const owners = new Map<string, string | Set<string>>()
  for (const one of institutions)
    for (const line of one.hotlines) {
      // The same local digits are different lines in different provinces.
      if (LOCAL_CODE.test(line.canonical)) continue
      const known = owners.get(line.canonical)
      if (known === undefined) owners.set(line.canonical, one.id)
      else if (typeof known !== 'string') known.add(one.id)
      else if (known !== one.id) owners.set(line.canonical, new Set([known, one.id]))
    }
  return [...owners.values()].filter((value) => typeof value !== 'string')
}
