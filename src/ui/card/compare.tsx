/** A look-alike beside the listed number, digit by digit; the sentences below carry the same for readers and ears. */
import type { VNode } from 'preact'
import type { CardKey } from '../../locales/card-words.ts'
import type { Say } from '../../locales/text.ts'
import type { Verdict } from '../../verdict/verdict.ts'

interface CompareProps {
  verdict: Verdict & { compare: NonNullable<Verdict['compare']> }
  say: Say<CardKey>
}

export function Compare({ verdict, say }: CompareProps): VNode {
  const here = verdict.canonical
  const listed = verdict.compare.canonical
  const differing = differingPlaces(here, listed, verdict.compare.differing)
  return (
    <figure class="compare" aria-label={say('compare.title')}>
      <div class="digits" aria-hidden="true">
        <DigitRow label={say('compare.listed')} digits={listed} length={here.length} differing={differing} />
        <DigitRow label={say('compare.here')} digits={here} length={listed.length} differing={differing} />
      </div>
      <ul class="small">
        {differing.map((index) => (
          <li key={index}>{differenceAt(index, here, listed, say)}</li>
        ))}
      </ul>
    </figure>
  )
}

interface DigitRowProps {
  label: string
  digits: string
  /** Length of the other row: the shorter one is padded. */
  length: number
  differing: number[]
}

function DigitRow({ label, digits, length, differing }: DigitRowProps): VNode {
  const places = Array.from({ length: Math.max(digits.length, length) }, (_, index) => index)
  return (
    <p class="digit-row">
      <span class="small soft digit-label">{label}</span>
      <span class="digit-line">
        {places.map((index) => (
          <span key={index} class="digit" data-differs={differing.includes(index) ? '' : undefined}>
            {digits[index] ?? ' '}
          </span>
        ))}
      </span>
    </p>
  )
}

/** Indexes that differ: those the judge named, and every place that only one of the two has. */
export function differingPlaces(here: string, listed: string, named: readonly number[]): number[] {
  const shorter = Math.min(here.length, listed.length)
  const longer = Math.max(here.length, listed.length)
  const overhang = Array.from({ length: longer - shorter }, (_, index) => shorter + index)
  return [...new Set([...named, ...overhang])].sort((a, b) => a - b)
}

function differenceAt(index: number, here: string, listed: string, say: Say<CardKey>): string {
  const place = index + 1
  const mine = here[index]
  const theirs = listed[index]
  if (mine === undefined) return say('compare.missing', { place, listed: theirs ?? '' })
  if (theirs === undefined) return say('compare.extra', { place, here: mine })
  return say('compare.differs', { place, listed: theirs, here: mine })
}
