/** Groups of like siblings around a found number: where an unknown view may keep its messages. */
import { parentOf } from './tree.ts'

/** The messages are the `tag` children of `root`, or of those children of `root` that look like `via`. */
export interface Group {
  root: Element | ShadowRoot
  tag: string
  via?: string
}

export const fewestItems = 4
/** So few are weighed where there is more to go by: a conversation that has just begun. */
export const fewestShown = 3
const levels = 14
/** Counting stops here. */
const mostSiblings = 2000

/** Parts of a line or a table row are never messages by themselves. */
const neverItems: ReadonlySet<string> = new Set([
  'td',
  'th',
  'a',
  'b',
  'i',
  'em',
  'strong',
  'u',
  'font',
  'code',
  'mark',
  'small',
  'sup',
  'sub',
  'br',
])

/** Tag and first class: what siblings of one kind share. */
export function signOf(element: Element): string {
  return `${element.localName}.${element.classList[0] ?? ''}`
}

/** All groups that the ancestors of `seed` belong to, inner ones first. */
export function groupsAround(seed: Element, isWanted: (group: Group) => boolean = () => false): Group[] {
  const groups: Group[] = []
  let element: Element | null = seed
  for (let level = 0; element && level < levels; level++, element = parentOf(element)) {
    const parent = containerOf(element)
    if (!parent || neverItems.has(element.localName) || isCell(element)) continue
    groups.push(...candidatesAt(element, parent).filter((group) => isWanted(group) || isLarge(group)))
  }
  return groups
}

/** A view keeps some hundred messages in the page; a place with more children is a document, and costly to count. */
const mostChildren = 1500

/** Counting children is linear: once a second for each place. */
const documents = new WeakMap<Node, { at: number; yes: boolean }>()

function isDocument(parent: Element | ShadowRoot): boolean {
  const now = performance.now()
  const known = documents.get(parent)
  if (known && now - known.at < 1000) return known.yes
  const yes = parent.childElementCount > mostChildren
  documents.set(parent, { at: now, yes })
  return yes
}

function candidatesAt(element: Element, parent: Element | ShadowRoot): Group[] {
  if (isDocument(parent)) return []
  const groups: Group[] = [{ root: parent, tag: element.localName }]
  const above = parent instanceof Element ? containerOf(parent) : null
  if (above && !isDocument(above) && parent instanceof Element && parent !== document.body) {
    groups.push({ root: above, tag: element.localName, via: signOf(parent) })
  }
  return groups
}

/** What was found about a place, for the many seeds that lie in the same one: while its children are as many, ms. */
const rememberMs = 1000
const sizes = new WeakMap<Node, Map<string, { children: number; at: number; large: boolean }>>()

function isLarge(group: Group): boolean {
  const key = `${group.tag} ${group.via ?? ''}`
  const children = group.root.childElementCount
  const here = sizes.get(group.root) ?? new Map()
  const known = here.get(key)
  const now = performance.now()
  if (known && known.children === children && now - known.at < rememberMs) return known.large
  const large = countsAsLarge(group)
  sizes.set(group.root, here.set(key, { children, at: now, large }))
  return large
}

function countsAsLarge(group: Group): boolean {
  if (group.via === undefined) return likeSiblings(group.root, group.tag) >= fewestShown
  const parents = parentsIn(group)
  return parents.length > 1 && membersOf(group).length >= fewestItems
}

/**
 * Children of one tag: those whose first class comes twice or more; single ones count beside a kind of three. Where no
 * class comes twice (names made for every element), children of one build are alike.
 */
function likeSiblings(root: Element | ShadowRoot, tag: string): number {
  const kinds = new Map<string, number>()
  const builds = new Map<string, number>()
  let seen = 0
  for (const child of root.children) {
    if (++seen > mostSiblings) break
    if (child.localName !== tag) continue
    for (const [counts, key] of [
      [kinds, signOf(child)],
      [builds, buildOf(child)],
    ] as const)
      counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  const counts = [...kinds.values()]
  const most = Math.max(0, ...counts)
  if (most === 1) return Math.max(...builds.values())
  const least = most > 2 ? 1 : 2
  return counts.filter((count) => count >= least).reduce((sum, count) => sum + count, 0)
}

/** Tags of an element's children and of the first one's. */
function buildOf(element: Element): string {
  const tags = (parent: Element | null) => [...(parent?.children ?? [])].slice(0, 8).map((child) => child.localName)
  return `${tags(element)}/${tags(element.firstElementChild)}`
}

function parentsIn(group: Group): Element[] {
  return [...group.root.children].filter((child) => signOf(child) === group.via)
}

/** Where the first of a group's messages lie, when the group has several parents. */
export function firstParentOf(group: Group): Element | undefined {
  for (const child of group.root.children) if (signOf(child) === group.via) return child
  return undefined
}

/** The elements that may be messages, in document order. */
export function membersOf(group: Group): Element[] {
  const parents = group.via === undefined ? [group.root] : parentsIn(group)
  return parents.flatMap((parent) => [...parent.children].filter((child) => child.localName === group.tag))
}

/** The member that `node` lies in. */
export function memberAround(node: Node, group: Group): Element | null {
  let element = node instanceof Element ? node : parentOf(node)
  while (element && !isMember(element, group)) element = parentOf(element)
  return element
}

export function isMember(element: Element, group: Group): boolean {
  if (element.localName !== group.tag) return false
  const parent = containerOf(element)
  if (group.via === undefined) return parent === group.root
  return parent instanceof Element && signOf(parent) === group.via && containerOf(parent) === group.root
}

/** Where the group's messages lie, for the ordinary scan to leave alone. */
export function isContainer(element: Element, group: Group): boolean {
  if (element === document.body) return false
  if (group.via === undefined) return element === group.root
  return signOf(element) === group.via && containerOf(element) === group.root
}

/** The same kind of place, after the page has rebuilt it. */
export function looksLike(group: Group, other: Group): boolean {
  return group.tag === other.tag && group.via === other.via && placeOf(group) === placeOf(other)
}

function placeOf({ root }: Group): string {
  return root instanceof Element ? signOf(root) : `#${root.host.localName}`
}

export function sameGroup(one: Group, other: Group): boolean {
  return one.root === other.root && one.tag === other.tag && one.via === other.via
}

function containerOf(element: Element): Element | ShadowRoot | null {
  const parent = element.parentNode
  return parent instanceof Element || parent instanceof ShadowRoot ? parent : null
}

function isCell(element: Element): boolean {
  return /^(cell|gridcell|columnheader|rowheader)$/.test(element.getAttribute('role') ?? '')
}
