/** What the institution card shows: institutions by name or by id, each with the group whose line serves it too. */
import type { BackgroundProtocol, InstitutionAnswer } from '../protocol.ts'
import type { RegistryIndex } from '../registry/registry-index.ts'
import type { PublishedInstitution } from '../registry/schema.ts'
import { findInstitutions } from './find-institution.ts'

/** Matches below this are parts of names: offered only when nothing better is there. */
const goodScore = 0.8

/** Best first. Empty without a registry: the popup then says why. */
export function institutionAnswers(
  body: BackgroundProtocol['institutions']['body'],
  index: RegistryIndex | null,
): InstitutionAnswer[] {
  if (!index) return []
  const found = 'ids' in body ? byId(body.ids, index) : byName(body.query, index)
  return found.map((institution) => {
    const parent = institution.parent === undefined ? undefined : index.institutions.get(institution.parent)
    return parent ? { institution, parent } : { institution }
  })
}

function byId(ids: readonly string[], index: RegistryIndex): PublishedInstitution[] {
  return [...new Set(ids)].flatMap((id) => index.institutions.get(id) ?? [])
}

function byName(query: string, index: RegistryIndex): PublishedInstitution[] {
  const matches = findInstitutions(query, index)
  const good = matches.filter((match) => match.score >= goodScore)
  return (good.length > 0 ? good : matches).map((match) => match.institution)
}
