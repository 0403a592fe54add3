/** A pasted text, a message or the text of a page: finds its numbers, splits it into blocks, judges them. */
import { findNumbersAndCodes } from '../phone/find-codes.ts'
import { confirmForeign } from '../phone/foreign.ts'
import type { Found } from '../phone/found.ts'
import type { RegistryIndex } from '../registry/registry-index.ts'
import { findAsked } from './find-asked.ts'
import { judgePassages } from './judge.ts'
import { judgeName } from './judge-name.ts'
import type { Passage, Place } from './passage.ts'
import type { RegistryClock } from './registry-clock.ts'
import { isAdvice, readPhrases } from './tactic-tips.ts'
import type { Verdict } from './verdict.ts'

export interface TextOptions {
  /** `page`: blank lines split blocks · `sms`: one message · `look-up`: what a person pasted, number, name or message. */
  mode: Place['mode']
  sender?: string
  title?: string
  url?: string
}

/** How much of a neighbouring block is read for context, in UTF-16 units. */
const AROUND = 200

interface Block {
  start: number
  text: string
}

/** Verdicts of all numbers in text order, offsets into `text`; without a number, a look-up may answer about a name. */
export function judgeText(
  text: string,
  options: TextOptions,
  index: RegistryIndex | null,
  clock: RegistryClock,
): Verdict[] {
  const blocks = options.mode === 'page' ? splitBlocks(text) : [{ start: 0, text }]
  const passages = blocks.map((block, order) => readBlock(block, order, blocks, options, index))
  const place: Place = {
    mode: options.mode,
    ...(options.title !== undefined && { title: options.title }),
    ...(options.url !== undefined && { url: options.url }),
  }
  const judged = judgePassages(place, passages, index, clock)
  const tips = index && judged.some((verdicts) => verdicts.length > 0) ? readTextWide(text, blocks, options, index) : []
  const verdicts = judged.flatMap((list, order) =>
    list.map((verdict) => moved(verdict, blocks[order]?.start ?? 0, tips)),
  )
  return verdicts.length === 0 && options.mode === 'look-up' ? judgeName(text, index, clock) : verdicts
}

function splitBlocks(text: string): Block[] {
  const blocks: Block[] = []
  let start = 0
  for (const gap of text.matchAll(/\n[^\S\n]*(?:\n[^\S\n]*)+/g)) {
    blocks.push({ start, text: text.slice(start, gap.index) })
    start = gap.index + gap[0].length
  }
  blocks.push({ start, text: text.slice(start) })
  return blocks
}

function readBlock(
  block: Block,
  order: number,
  blocks: readonly Block[],
  options: TextOptions,
  index: RegistryIndex | null,
): Passage {
  const found = findIn(block.text, options.mode, index)
  const around =
    `${blocks[order - 1]?.text.slice(-AROUND) ?? ''}\n${blocks[order + 1]?.text.slice(0, AROUND) ?? ''}`.trim()
  return {
    text: block.text,
    found: found.filter((one) => confirmForeign(one) !== undefined),
    ...(around !== '' && { around }),
    ...(options.sender !== undefined && { sender: options.sender }),
  }
}

/** The same numbers that the popup, the page and a message view would find. */
function findIn(text: string, mode: Place['mode'], index: RegistryIndex | null): Found[] {
  switch (mode) {
    case 'look-up':
      return findAsked(text, index)
    case 'page':
    case 'sms':
      return findNumbersAndCodes(text)
  }
}

/** Tips hold for the whole text, and one advice marker anywhere silences them all. */
function readTextWide(text: string, blocks: readonly Block[], options: TextOptions, index: RegistryIndex): string[] {
  const tips = new Set(blocks.flatMap((block) => readPhrases(block.text, index).tips))
  if (tips.size === 0 || isAdvice(`${options.title ?? ''}\n${text}`, index)) return []
  return index.tactics.map((tactic) => tactic.id).filter((id) => tips.has(id))
}

function moved(verdict: Verdict, by: number, tips: string[]): Verdict {
  return { ...verdict, start: verdict.start + by, end: verdict.end + by, tips }
}
