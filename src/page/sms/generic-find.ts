/** Looks for a conversation around texts with digits, and remembers where there is none. */

import { fewestItems, type Group, groupsAround, looksLike, membersOf, sameGroup } from './generic-group.ts'
import { headerOf } from './generic-header.ts'
import { type Profile, profileOf } from './generic-score.ts'
import type { TextReader } from './read-text.ts'
import { ancestorOf } from './tree.ts'

/** Seeds of one search through the page, and groups weighed while one address is open. */
const mostSeeds = 120
const mostWeighed = 80
/** Small groups are everywhere: they have a count of their own. */
const mostFewWeighed = 40
/** How long a place that holds no conversation is passed over while its children are as many, ms. */
const rememberMs = 1000

export interface GenericFinder {
  /** The best conversation around `seed`; when there is one, the best of the whole page. `last`: how it looked before. */
  find(seed: Element, page: Omit<TextReader, 'skips'>, last?: Profile): Profile | undefined
  /** The best conversation of the whole page, the one in `root` left aside. */
  findBeside(root: Node, page: Omit<TextReader, 'skips'>, last?: Profile): Profile | undefined
  reset(): void
}

export function createGenericFinder(document: Document): GenericFinder {
  /** Number of members at which a group was found to be no conversation. */
  let failed = new WeakMap<Node, Map<string, number>>()
  /** When, and with how many children, such a place was last looked at: its members are not counted for every seed. */
  let seen = new WeakMap<Node, Map<string, { children: number; at: number }>>()
  let weighed = 0
  let fewWeighed = 0

  function isJustSeen(group: Group): boolean {
    const known = seen.get(group.root)?.get(keyOf(group))
    if (!known || known.children !== group.root.childElementCount) return false
    return performance.now() - known.at < rememberMs
  }

  function passOver(group: Group): void {
    const here = seen.get(group.root) ?? new Map()
    seen.set(group.root, here.set(keyOf(group), { children: group.root.childElementCount, at: performance.now() }))
  }

  function mayWeigh(size: number): boolean {
    return size < fewestItems ? fewWeighed++ <= mostFewWeighed : weighed++ <= mostWeighed
  }

  function weigh(group: Group, size: number, page: Omit<TextReader, 'skips'>, last?: Profile): Profile | undefined {
    if (last && looksLike(group, last.group)) return { ...last, group }
    if (!mayWeigh(size)) return undefined
    const profile = profileOf(group, page, document, headerOf(group) !== undefined)
    if (!profile || !isListed(group)) return profile
    return undefined
  }

  function bestAround(seed: Element, page: Omit<TextReader, 'skips'>, last?: Profile): Profile | undefined {
    let best: Profile | undefined
    const isAgain = (group: Group) => last !== undefined && looksLike(group, last.group)
    for (const group of groupsAround(seed, isAgain)) {
      if (isJustSeen(group) && !isAgain(group)) continue
      const size = membersOf(group).length
      const before = failed.get(group.root)?.get(keyOf(group))
      if (before !== undefined && size < before * 1.25 + 1 && size < fewestItems === before < fewestItems) {
        passOver(group)
        continue
      }
      const profile = weigh(group, size, page, last)
      if (!profile) {
        failed.set(group.root, (failed.get(group.root) ?? new Map()).set(keyOf(group), size))
        passOver(group)
      } else if (isBetter(profile, best)) best = profile
    }
    return best
  }

  function bestBeside(
    root: Node,
    page: Omit<TextReader, 'skips'>,
    last?: Profile,
    first?: Profile,
  ): Profile | undefined {
    let best = first
    for (const other of seedsOf(document)) {
      if (ancestorOf(other, (element) => element === root)) continue
      const profile = bestAround(other, page, last)
      if (profile && !(best && sameGroup(profile.group, best.group)) && isBetter(profile, best)) best = profile
    }
    return best
  }

  return {
    find(seed, page, last) {
      const first = bestAround(seed, page, last)
      if (!first) return undefined
      return bestBeside(first.group.root, page, last, first) ?? first
    },
    findBeside: (root, page, last) => bestBeside(root, page, last),
    reset() {
      failed = new WeakMap()
      seen = new WeakMap()
      weighed = 0
      fewWeighed = 0
    },
  }
}

function keyOf({ tag, via }: Group): string {
  return `${tag} ${via ?? ''}`
}

/** More evidence first; with the same evidence more items, then the outer level. */
function isBetter(one: Profile, other: Profile | undefined): boolean {
  if (!other) return true
  if (Math.abs(one.score - other.score) > 0.6) return one.score > other.score
  return one.items >= other.items
}

/** Entries of a list of conversations are snippets. */
function isListed(group: Group): boolean {
  const top = group.root instanceof Element ? group.root : group.root.host
  const navigation = ancestorOf(top, (element) => /^(nav|aside)$/.test(element.localName) || isListRole(element))
  if (navigation) return true
  return membersOf(group)
    .slice(0, 12)
    .some(
      (member) =>
        member.hasAttribute('aria-selected') ||
        /^(option|tab|treeitem|menuitem)$/.test(member.getAttribute('role') ?? ''),
    )
}

function isListRole(element: Element): boolean {
  return /^(listbox|navigation|tablist|tree|menu|complementary)$/.test(element.getAttribute('role') ?? '')
}

/** Elements with texts that a message may hold: a signature or a run of digits. */
function seedsOf(document: Document): Element[] {
  const seeds: Element[] = []
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node && seeds.length < mostSeeds; node = walker.nextNode()) {
    if (node.parentElement && /【|\d{3}/.test(node.nodeValue ?? '')) seeds.push(node.parentElement)
  }
  return seeds
}
