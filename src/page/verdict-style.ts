/** How each verdict is drawn into the page: a shape of its own first, a light tint second. Pure: names in, CSS out. */
import type { VerdictCode } from '../verdict/verdict.ts'

/** The `text-decoration` shape and colour of a mark, and the tint behind it. */
export interface MarkStyle {
  line: string
  /** Readable on white and on near-black: between 3:1 and 6:1 on either. */
  colour: string
  /** Opacity of the tint in the same colour. Chromium 156 does not paint backgrounds of user-origin highlights; Firefox does. */
  tint: number
}

/** Verdicts that can be marked (`isMarked` says when); the others leave the page as it is. */
export const markStyles: Partial<Record<VerdictCode, MarkStyle>> = {
  official: { line: 'underline solid 2px', colour: '#1f8a4c', tint: 0.12 },
  'official-other': { line: 'underline dashed 3px', colour: '#b8680a', tint: 0.18 },
  lookalike: { line: 'underline wavy 2px', colour: '#b8680a', tint: 0.18 },
  malformed: { line: 'underline wavy 2px', colour: '#b8680a', tint: 0.18 },
  retired: { line: 'underline line-through solid 1px', colour: '#8a7350', tint: 0.14 },
  reported: { line: 'underline double 3px', colour: '#d93a30', tint: 0.22 },
  unconfirmed: { line: 'underline dotted 2px', colour: '#a8761a', tint: 0.08 },
  'unlisted-service': { line: 'underline dotted 3px', colour: '#a8761a', tint: 0.1 },
  'public-service': { line: 'underline solid 1.5px', colour: '#2f76d0', tint: 0.1 },
  'sender-id': { line: 'underline dashed 1.5px', colour: '#757b84', tint: 0.08 },
  ordinary: { line: 'underline overline dashed 1.5px', colour: '#757b84', tint: 0.04 },
  'cannot-check': { line: 'underline overline dotted 1.5px', colour: '#757b84', tint: 0.12 },
}

export const markedCodes = Object.keys(markStyles) as VerdictCode[]

/** The last line of a mark's shape, for boxes that are drawn where there are no highlights. */
export function lineOf({ line }: MarkStyle): string {
  return line.split(' ').slice(-2).reverse().join(' ')
}

/** The highlight's name for a code. `prefix` is random per load, so that no page can know it in advance. */
export function highlightName(prefix: string, code: VerdictCode): string {
  return `${prefix}-${code}`
}

/** A fresh prefix, as the `paintMarks` message wants it: `[a-z]{16}`. */
export function randomPrefix(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => String.fromCharCode(97 + (byte % 26))).join(
    '',
  )
}

/**
 * The rules for one load, for `scripting.insertCSS({origin: 'USER'})`. `!important` in the user origin is what a page
 * cannot override. Colours of the text stay the page's own; forced colours and print keep the shapes.
 */
export function highlightCss(prefix: string): string {
  const rules = markedCodes.flatMap((code) => {
    const style = markStyles[code]
    return style ? [rule(prefix, code, style)] : []
  })
  const all = markedCodes.map((code) => `::highlight(${highlightName(prefix, code)})`).join(',')
  return [
    ...rules,
    `@media (forced-colors:active){${all}{text-decoration-color:LinkText!important;background-color:Canvas!important;color:CanvasText!important}}`,
    `@media print{${all}{background-color:transparent!important}}`,
  ].join('\n')
}

function rule(prefix: string, code: VerdictCode, style: MarkStyle): string {
  const [, red, green, blue] = /^#(..)(..)(..)$/.exec(style.colour) ?? []
  const channels = [red, green, blue].map((hex) => Number.parseInt(hex ?? '0', 16)).join(' ')
  return `::highlight(${highlightName(prefix, code)}){text-decoration:${style.line} ${style.colour}!important;background-color:rgb(${channels} / ${style.tint})!important}`
}
