/** Invented registries of any size for the benches: ten lines to an institution, names and numbers that do not repeat. */
import type { PublishedInstitution, Snapshot } from '../../src/registry/schema.ts'

const SYLLABLES = [...'东西南北中金银海江河湖山川平安兴华盛丰泰和信诚德仁义福禄寿喜长春秋']
const PER_INSTITUTION = 10

/** The same numbers for the same seed. */
export function dice(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

export function bigState(hotlines: number, seq = 1): Snapshot {
  const random = dice(hotlines)
  const institutions = Array.from({ length: hotlines / PER_INSTITUTION }, (_, one) => institution(one, random))
  const builtAt = '2026-11-21T12:00:00.000Z'
  return { schema: 1, seq, builtAt, channel: 'release', institutions, reported: [], tactics: [] }
}

/** A week later: this share of the institutions has one line changed. */
export function weekLater(state: Snapshot, share: number): Snapshot {
  const random = dice(state.institutions.length + 7)
  const changed = new Set<number>()
  const lines = state.institutions.length * PER_INSTITUTION * share
  while (changed.size < Math.max(1, Math.round(lines))) changed.add(Math.floor(random() * state.institutions.length))
  const institutions = state.institutions.map((one, at) => (changed.has(at) ? withNewLine(one, random) : one))
  return { ...state, seq: state.seq + 1, builtAt: '2026-11-28T12:00:00.000Z', institutions }
}

function withNewLine(one: PublishedInstitution, random: () => number): PublishedInstitution {
  const [first, ...rest] = one.hotlines
  if (first === undefined) return one
  const canonical = numberOf(random)
  return { ...one, hotlines: [{ ...first, number: canonical, canonical }, ...rest] }
}

function institution(one: number, random: () => number): PublishedInstitution {
  const name = Array.from({ length: 4 }, () => SYLLABLES[Math.floor(random() * SYLLABLES.length)]).join('')
  return {
    id: `i${one}`,
    name: { zh: `${name}${one}号消费金融有限公司` },
    aliases: [{ text: `${name}${one}号` }],
    kind: 'consumer-finance',
    domains: [{ host: `i${one}.example`, claims: 'lender' }],
    hotlines: Array.from({ length: PER_INSTITUTION }, () => hotline(one, numberOf(random))),
  }
}

function hotline(one: number, canonical: string): PublishedInstitution['hotlines'][number] {
  const sources = [{ kind: 'primary' as const, url: `https://i${one}.example/contact`, seen: '2026-01-01' }]
  const label = { zh: '客服热线' }
  return { number: canonical, canonical, purpose: 'general', direction: 'in', label, level: 'official', sources }
}

function numberOf(random: () => number): string {
  return `400${String(Math.floor(random() * 10_000_000)).padStart(7, '0')}`
}
