/** Clause 5.6.7: the pre-order depth-first search for the role that describes a target. */
import type { Delegations } from './delegations.ts'
import type { TargetFile, Targets } from './metadata.ts'
import { binName, isInScope } from './path-pattern.ts'
import type { TrustedSet } from './refresh.ts'
import { updateTargets } from './update-targets.ts'
import type { Delegator } from './verify-signatures.ts'

interface Visit {
  name: string
  delegator: Delegator
}

/**
 * The trusted description of a target, or undefined when no role within reach has one. Delegated metadata is fetched on
 * the way and stored.
 * @throws TufError when a role on the way can be neither downloaded nor validated: the search ends there (5.6.7).
 */
export async function findTarget(trusted: TrustedSet, path: string): Promise<TargetFile | undefined> {
  const { run, root, snapshot, targets } = trusted
  const own = targets.signed.targets.get(path)
  if (own !== undefined) return own
  const visited = new Set(['targets'])
  let { visits } = await nextVisits(targets.signed, path)
  for (let visit = visits.pop(); visit !== undefined; visit = visits.pop()) {
    if (visited.has(visit.name)) continue // 5.6.7.1: no cycles
    if (visited.size > run.limits.visitedRoles) return undefined // 5.6.7.1: no endless search
    const role = await updateTargets(run, root, snapshot, visit.name, visit.delegator)
    const found = role.signed.targets.get(path)
    if (found !== undefined) return found
    visited.add(visit.name)
    const next = await nextVisits(role.signed, path) // 5.6.7.2: in order of appearance
    // 5.6.7.2.1: after a terminating delegation and its descendants nothing else is asked.
    visits = next.terminated ? next.visits : [...visits, ...next.visits]
  }
  return undefined
}

/** Delegations of one role that cover the path, as a stack: first of appearance on top. */
async function nextVisits(role: Targets, path: string): Promise<{ visits: Visit[]; terminated: boolean }> {
  const { delegations } = role
  if (delegations === undefined) return { visits: [], terminated: false }
  if (delegations.succinct !== undefined) {
    const { succinct } = delegations
    const bin = { name: await binName(path, succinct), delegator: { keys: delegations.keys, role: succinct } }
    return { visits: [bin], terminated: true }
  }
  return listedVisits(delegations, path)
}

async function listedVisits(delegations: Delegations, path: string): Promise<{ visits: Visit[]; terminated: boolean }> {
  const visits: Visit[] = []
  for (const role of delegations.roles) {
    if (!(await isInScope(path, role.scope))) continue
    visits.unshift({ name: role.name, delegator: { keys: delegations.keys, role } })
    if (role.terminating) return { visits, terminated: true }
  }
  return { visits, terminated: false }
}
