/** Who has signed a document, whose signature it still needs. */
import type { Key, Metadata, Root, Targets } from '@tufjs/models'

export interface RoleState {
  role: 'root' | 'targets'
  threshold: number
  /** Names of the holders whose valid signature is there, and of those who may still sign. */
  signed: string[]
  open: string[]
}

/** For each root that must agree: the new root counts against the old and the new one (TUF 5.3.4). */
export function signatureState(document: Metadata<Root> | Metadata<Targets>, roots: Metadata<Root>[]): RoleState[] {
  const role = document.signed.type === 'root' ? 'root' : 'targets'
  return roots.map((root) => {
    const { keyIDs, threshold } = roleOf(root, role)
    const signed = keyIDs.filter((id) => isSignedBy(document, root.signed.keys[id]))
    const open = keyIDs.filter((id) => !signed.includes(id))
    const names = (ids: string[]) => ids.map((id) => keyName(root.signed.keys[id])).sort()
    return { role, threshold, signed: names(signed), open: names(open) }
  })
}

/** `undefined` when every threshold is met, else one sentence that names who can still sign. */
export function missingSignatures(states: RoleState[]): string | undefined {
  const short = states.find((state) => state.signed.length < state.threshold)
  if (!short) return undefined
  const { role, threshold, signed, open } = short
  return `${role} is signed by ${signed.length} of the ${threshold} keys it needs (${signed.join(', ') || 'none'}); ${open.join(', ')} can still sign`
}

export function roleOf(root: Metadata<Root>, role: string): { keyIDs: string[]; threshold: number } {
  const found = root.signed.roles[role]
  if (!found) throw new Error(`root names no keys for ${role}`)
  return found
}

/** The holder's name that the key carries. */
export function keyName(key: Key | undefined): string {
  const name = key?.unrecognizedFields?.name
  return typeof name === 'string' ? name : (key?.keyID.slice(0, 8) ?? 'unknown key')
}

export function isSignedBy(document: Metadata<Root> | Metadata<Targets>, key: Key | undefined): boolean {
  if (!key || !Object.hasOwn(document.signatures, key.keyID)) return false
  try {
    key.verifySignature(document)
    return true
  } catch {
    return false
  }
}
