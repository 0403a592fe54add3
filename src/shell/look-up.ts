/** A look-up for our own pages: verdicts, and the institutions that they name or whose name was asked for. */
import { limits } from '../message-bodies.ts'
import { ask } from '../messages.ts'
import type { BackgroundProtocol, InstitutionAnswer } from '../protocol.ts'
import type { LookUpAnswer } from '../ui/popup/found.tsx'

/** A name in a look-up is short; longer texts are messages. */
const longestName = 40

/** Rejects when the background cannot answer. */
export async function lookUp(text: string): Promise<LookUpAnswer> {
  const verdicts = await asked('lookUp', { text })
  const ids = verdicts.flatMap((verdict) => [...verdict.claimed, ...verdict.institutions].map(({ id }) => id))
  if (verdicts.length > 0) return { verdicts, institutions: await institutionsById(ids) }
  const query = text.trim()
  return { verdicts, institutions: query.length <= longestName ? await asked('institutions', { query }) : [] }
}

/** Institutions by name, best first. Rejects when the background cannot answer. */
export function findInstitutions(query: string): Promise<InstitutionAnswer[]> {
  return asked('institutions', { query })
}

/** As many as there are: one message takes only so many. Rejects when the background cannot answer. */
export async function institutionsById(ids: readonly string[]): Promise<InstitutionAnswer[]> {
  const open = [...new Set(ids)]
  const answers: Promise<InstitutionAnswer[]>[] = []
  while (open.length > 0) answers.push(asked('institutions', { ids: open.splice(0, limits.ids) }))
  return (await Promise.all(answers)).flat()
}

async function asked<Name extends 'lookUp' | 'institutions'>(
  name: Name,
  body: BackgroundProtocol[Name]['body'],
): Promise<BackgroundProtocol[Name]['value']> {
  const reply = await ask(name, body)
  if (!reply.ok) throw new Error(reply.code)
  return reply.value
}
